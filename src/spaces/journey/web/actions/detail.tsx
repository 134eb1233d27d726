/** One action beside the board: what it says, where it was said, and how it came to be where it is. */
import { Button, Drawer } from '@mantine/core'
import { useState } from 'react'
import { CheckIcon, DeleteIcon, UndoIcon, WriteIcon } from '../../../../web/kit/icons.tsx'
import { TextLink } from '../../../../web/kit/link.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { takeBack } from '../../../../web/kit/undo-toast.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { Words } from '../../../../web/kit/words.tsx'
import type { ActionDetail } from '../../contract.ts'
import { useChangeAction, useDeleteAction } from './change.ts'
import { useAction } from './data.ts'
import { Due } from './due.tsx'
import { EditAction } from './edit-action.tsx'
import { words } from './words.ts'

interface DetailProps {
  actionId: string
  isEdited: boolean
  close: () => void
}

export function ActionDrawer({ actionId, isEdited, close }: DetailProps) {
  const { data: action, error, refetch } = useAction(actionId)
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={close}
      title={action?.title ?? words.hit}
      closeButtonProps={{ 'aria-label': words.detail.close }}
      classNames={{ title: 'action-drawer-title' }}
    >
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!action && !error && <SkeletonLines lines={6} />}
      {action && <Detail key={action.id} action={action} beginsEdited={isEdited} close={close} />}
    </Drawer>
  )
}

interface Shown {
  action: ActionDetail
  beginsEdited: boolean
  close: () => void
}

function Detail({ action, beginsEdited, close }: Shown) {
  const [isEdited, setEdited] = useState(beginsEdited)
  const change = useChangeAction()
  if (isEdited) {
    const save = (changes: Parameters<typeof change>[1]) => {
      setEdited(false)
      if (Object.keys(changes).length > 0) change(action, changes)
    }
    return <EditAction action={action} save={save} cancel={() => setEdited(false)} />
  }
  return (
    <div className="action-detail">
      <Facts action={action} />
      {action.detail !== '' && <Words>{action.detail}</Words>}
      <Steps action={action} edit={() => setEdited(true)} close={close} />
      <Sayings action={action} />
      <History action={action} />
    </div>
  )
}

function Facts({ action }: { action: ActionDetail }) {
  const { status, priority, topic, dueWords, recurrence, polarity } = action
  return (
    <p className="action-facts">
      <strong>{words.statuses[status]}</strong>
      <Due action={action} />
      {dueWords !== null && <span>{words.detail.dueWords(dueWords)}</span>}
      {priority !== 'normal' && <span>{`${words.priority}: ${words.priorities[priority]}`}</span>}
      {topic !== null && <span>{topic}</span>}
      {recurrence !== null && <span>{words.detail.repeats(recurrence)}</span>}
      {polarity === 'avoid' && <span>{words.avoid}</span>}
    </p>
  )
}

function Steps({ action, edit, close }: { action: ActionDetail; edit: () => void; close: () => void }) {
  const change = useChangeAction()
  const remove = useDeleteAction()
  const isOver = action.status === 'done' || action.status === 'dropped'
  const removeIt = () => {
    remove(action)
    close()
  }
  return (
    <div className="action-answers">
      {action.status === 'proposed' && (
        <Button
          variant="light"
          leftSection={<CheckIcon size={16} />}
          onClick={() => change(action, { status: 'open' })}
        >
          {words.detail.accept}
        </Button>
      )}
      <Button
        variant={action.status === 'proposed' ? 'default' : 'light'}
        leftSection={isOver ? <UndoIcon size={16} /> : <CheckIcon size={16} />}
        onClick={() => change(action, { status: isOver ? 'open' : 'done' })}
      >
        {isOver ? words.detail.again : words.detail.done}
      </Button>
      <Button variant="default" leftSection={<WriteIcon size={16} />} onClick={edit}>
        {words.detail.edit}
      </Button>
      {!isOver && (
        <Button variant="default" onClick={() => change(action, { status: 'dropped' })}>
          {words.detail.drop}
        </Button>
      )}
      <Button variant="default" leftSection={<DeleteIcon size={16} />} onClick={removeIt}>
        {words.detail.remove}
      </Button>
    </div>
  )
}

function Sayings({ action: { sayings } }: { action: ActionDetail }) {
  if (sayings.length === 0) return null
  return (
    <section>
      <h3 className="section-title">{words.detail.sayings}</h3>
      <ul className="action-sayings">
        {sayings.map(({ elementId, sessionId, title, date, spans }) => (
          <li key={elementId}>
            <Words size="excerpt">{spans[0]?.quote}</Words>
            <p className="quiet">
              <TextLink
                to={`/journey/sessions/${sessionId}`}
                search={{ element: elementId, at: String(spans[0]?.start ?? 0) }}
              >
                {title}
              </TextLink>{' '}
              · <When day={date} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ action: { moves } }: { action: ActionDetail }) {
  return (
    <section>
      <h3 className="section-title">{words.detail.history}</h3>
      {moves.length === 0 && <p className="quiet">{words.detail.noHistory}</p>}
      <ol className="action-sayings">
        {moves.map((move) => (
          <Move key={`${move.at} ${move.to}`} move={move} />
        ))}
      </ol>
    </section>
  )
}

const makers: Record<ActionDetail['moves'][number]['by'], string> = {
  person: words.detail.byPerson,
  analysis: words.detail.byAnalysis,
  renewal: words.detail.byRenewal,
}

function Move({ move: { from, to, by, at, evidence, changeId } }: { move: ActionDetail['moves'][number] }) {
  const sentence = words.detail.moved(from, to)
  return (
    <li>
      <p>
        <strong>{sentence}</strong> {makers[by]} · <When at={at} style="date" />
      </p>
      {evidence && (
        <>
          <Words size="excerpt">{evidence.span.quote}</Words>
          <p className="quiet">
            <TextLink to={`/journey/sessions/${evidence.sessionId}`} search={{ at: String(evidence.span.start) }}>
              {evidence.title}
            </TextLink>
          </p>
        </>
      )}
      {changeId !== null && (
        <Button size="sm" variant="default" onClick={() => void takeBack(changeId, sentence)}>
          {words.detail.takeBack}
        </Button>
      )}
    </li>
  )
}
