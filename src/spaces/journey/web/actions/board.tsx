/** Actions in columns by status. On a phone one column is shown at a time. */
import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type DragEvent } from 'react'
import { LoadMore } from '../../../../web/kit/load-more.tsx'
import { ActionStatus, type Action } from '../../contract.ts'
import { ActionCard, dragged } from './card.tsx'
import { columns, shownColumns, type BoardData } from './use-board.ts'
import { words } from './words.ts'

interface BoardProps {
  board: BoardData
  chosenId: string | undefined
  choose: (action: Action) => void
  open: (action: Action) => void
  move: (action: Action, status: ActionStatus) => void
}

export function Board(props: BoardProps) {
  const isNarrow = useMediaQuery('(max-width: 47.99em)')
  const [only, setOnly] = useState<ActionStatus>('open')
  const shown = shownColumns(props.board)
  if (!isNarrow) {
    return (
      <div className="action-board">
        {shown.map((status) => (
          <Column key={status} status={status} {...props} />
        ))}
      </div>
    )
  }
  return (
    <>
      <NativeSelect
        className="action-column-choice"
        aria-label={words.status}
        value={only}
        data={shown.map((value) => ({ value, label: `${words.statuses[value]} (${sizeOf(props.board[value])})` }))}
        onChange={({ target }) => setOnly(ActionStatus.parse(target.value))}
      />
      <Column status={only} {...props} />
    </>
  )
}

const sizeOf = ({ items, count }: BoardData[ActionStatus]) => Math.max(count, items.length)

function Column({ status, board, chosenId, choose, open, move }: BoardProps & { status: ActionStatus }) {
  const { items, list } = board[status]
  const all = columns.flatMap((column) => board[column].items)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const action = all.find(({ id }) => id === event.dataTransfer.getData(dragged))
    if (action && action.status !== status) move(action, status)
  }
  return (
    <section
      className="action-column"
      aria-label={words.statuses[status]}
      onDragOver={(event) => event.dataTransfer.types.includes(dragged) && event.preventDefault()}
      onDrop={drop}
    >
      <h2>
        {words.statuses[status]} <span className="figures">{sizeOf(board[status])}</span>
      </h2>
      {items.length === 0 && <p className="quiet">{words.none}</p>}
      <ul>
        {items.map((action) => (
          <ActionCard
            key={action.id}
            action={action}
            isChosen={action.id === chosenId}
            choose={() => choose(action)}
            open={() => open(action)}
          />
        ))}
      </ul>
      <LoadMore list={list} size="sm" />
    </section>
  )
}
