/** After a change that replaced something: a sentence and a way back. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { undo } from '../data/clients.ts'
import { refetchReplies } from '../data/queries.ts'
import { kitWords } from '../words.ts'
import { UndoIcon } from './icons.tsx'
import { describeProblem } from './problem.tsx'

const closesAfter = 10_000

/** Says what was changed and offers to take it back. */
export function showUndo(changeId: string, sentence: string): void {
  notifications.show({
    id: changeId,
    autoClose: closesAfter,
    closeButtonProps: { 'aria-label': kitWords.close },
    message: (
      <div className="undo-toast">
        <span>{sentence}</span>
        <Button
          size="sm"
          variant="light"
          leftSection={<UndoIcon size={16} />}
          onClick={() => void takeBack(changeId, sentence)}
        >
          {kitWords.undo}
        </Button>
      </div>
    ),
  })
}

/** Undoes a change and fetches everything on the page again. */
export async function takeBack(changeId: string, sentence: string): Promise<void> {
  notifications.hide(changeId)
  try {
    await undo.undoChange({ changeId })
    tell(kitWords.undone(sentence))
  } catch (error) {
    tell(error instanceof Error ? describeProblem(error).detail : kitWords.pageFault.detail)
  }
  await refetchReplies()
}

/** A short sentence that goes away by itself. */
export function tell(message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': kitWords.close } })
}
