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
  showWayBack(changeId, sentence, () => undo.undoChange({ changeId }))
}

/** The same where another call takes it back. */
export function showWayBack(id: string, sentence: string, back: () => Promise<unknown>): void {
  notifications.show({
    id,
    autoClose: closesAfter,
    closeButtonProps: { 'aria-label': kitWords.close },
    message: (
      <div className="undo-toast">
        <span>{sentence}</span>
        <Button
          size="sm"
          variant="light"
          leftSection={<UndoIcon size={16} />}
          onClick={() => void goBack(id, sentence, back)}
        >
          {kitWords.undo}
        </Button>
      </div>
    ),
  })
}

/** Undoes a change and fetches everything on the page again. */
export const takeBack = (changeId: string, sentence: string) =>
  goBack(changeId, sentence, () => undo.undoChange({ changeId }))

async function goBack(id: string, sentence: string, back: () => Promise<unknown>): Promise<void> {
  notifications.hide(id)
  try {
    await back()
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
