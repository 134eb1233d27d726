/** Going through what was found: which element is looked at, which one is being worded, and the keys for both. */
import { useMemo, useState } from 'react'
import { useKeys } from '../../../../web/kit/keys.ts'
import type { Element } from '../../contract.ts'
import type { Selection } from '../transcript/transcript.tsx'
import { useDecide } from './decide.ts'
import { groupElements, neighbourOf } from './groups.ts'
import { selectionAt, type PlaceInAddress } from './place-in-address.ts'

export type Review = ReturnType<typeof useReview>

interface ReviewProps {
  sessionId: string
  elements: readonly Element[]
  /** What is looked at until somebody chooses. */
  asked: PlaceInAddress
  /** Turns to the text where it is out of sight. */
  turnToText: () => void
}

export function useReview({ sessionId, elements, asked, turnToText }: ReviewProps) {
  const standing = groupElements(elements).flatMap((group) => group.standing)
  const path = usePath(elements, standing, asked)
  const decide = useDecide(sessionId)
  const acts = {
    accept: (element: Element) => decide(element, { status: 'confirmed' }),
    restore: (element: Element) => decide(element, { status: 'proposed' }),
    reject(element: Element) {
      path.leave(element)
      decide(element, { status: 'rejected' })
    },
    reword(element: Element, label: string) {
      path.edit(undefined)
      if (label !== element.label) decide(element, { label })
    },
    showInText(element: Element) {
      turnToText()
      path.select(element.id, path.selection?.place)
    },
  }
  const { selected, walk, edit, clear } = path
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    ...(selected && {
      a: () => acts.accept(selected),
      e: () => edit(selected),
      r: () => acts.reject(selected),
      escape: clear,
    }),
  })
  return { ...path, ...acts }
}

/** Where one is among what stands. */
function usePath(elements: readonly Element[], standing: readonly Element[], asked: PlaceInAddress) {
  const [chosen, setSelection] = useState<Selection | 'as asked' | undefined>('as asked')
  const { element, at } = asked
  const askedFor = useMemo(() => selectionAt(elements, { element, at }), [elements, element, at])
  const selection = chosen === 'as asked' ? askedFor : chosen
  const [editedId, setEditedId] = useState<string>()
  const selected = elements.find(({ id }) => id === selection?.elementId)
  const select = (elementId: string, place = 0) => {
    setSelection({ elementId, place })
    setEditedId(undefined)
  }
  const clear = () => setSelection(undefined)
  return {
    selection,
    selected,
    editedId,
    select,
    clear,
    edit: (element: Element | undefined) => setEditedId(element?.id),
    walk(step: 1 | -1) {
      const next = neighbourOf(standing, selected, step)
      if (next) select(next.id)
    },
    /** Goes on to a neighbour, because this one is about to be folded away. */
    leave(element: Element) {
      const near = [neighbourOf(standing, element, 1), neighbourOf(standing, element, -1)]
      const next = near.find((neighbour) => neighbour !== element)
      if (next) select(next.id)
      else clear()
    },
  }
}
