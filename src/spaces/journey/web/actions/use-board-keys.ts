/** Going through the board by keys, and moving what is chosen. */
import { useState } from 'react'
import { useKeys } from '../../../../web/kit/keys.ts'
import type { Action, ActionChange } from '../../contract.ts'
import { neighbourOf } from '../elements/groups.ts'
import { columns, type BoardData } from './use-board.ts'

interface BoardKeys {
  board: BoardData
  add: { current: HTMLInputElement | null }
  isEnabled: boolean
  open: (id: string, edit?: boolean) => void
  change: (action: Action, change: ActionChange) => void
}

export function useBoardKeys({ board, add, isEnabled, open, change }: BoardKeys) {
  const [chosenId, choose] = useState<string>()
  const all = columns.flatMap((column) => board[column].items)
  const chosen = all.find(({ id }) => id === chosenId)
  const walk = (step: 1 | -1) => choose(neighbourOf(all, chosen, step)?.id)
  const move = (action: Action, step: 1 | -1) => {
    const status = columns[columns.findIndex((column) => column === action.status) + step]
    if (status) change(action, { status })
  }
  useKeys(
    {
      j: () => walk(1),
      k: () => walk(-1),
      n: () => add.current?.focus(),
      ...(chosen && {
        arrowleft: () => move(chosen, -1),
        arrowright: () => move(chosen, 1),
        d: () => change(chosen, { status: chosen.status === 'done' ? 'open' : 'done' }),
        e: () => open(chosen.id, true),
      }),
    },
    { enabled: isEnabled },
  )
  return { chosenId, choose }
}
