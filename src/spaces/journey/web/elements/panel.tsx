/** What was found, by kind, beside the text it was found in. */
import { useState, type KeyboardEvent } from 'react'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { Element, ElementKind } from '../../contract.ts'
import { KindMark } from '../kinds/kind-mark.tsx'
import type { FoundElements } from '../queries.ts'
import { words } from '../words.ts'
import { ElementItem } from './element.tsx'
import { groupElements, type ElementGroup } from './groups.ts'
import type { Review } from './review.ts'
import './elements.css'

interface ElementPanelProps {
  found: FoundElements | undefined
  /** True while more may come. */
  isAtWork: boolean
  review: Review
  marked: Marked
}

/** Which kinds are marked in the text. */
export interface Marked {
  kinds: ReadonlySet<ElementKind>
  toggle: (kind: ElementKind) => void
}

export function ElementPanel({ found, isAtWork, review, marked }: ElementPanelProps) {
  const elements = found?.items
  const groups = groupElements(elements ?? [])
  return (
    <section className="journey-panel" aria-label={words.elements.title}>
      <header className="journey-panel-head">
        <h2>{words.elements.title}</h2>
        <p>{groups.length > 0 && words.elements.keysHint}</p>
      </header>
      {elements === undefined && <SkeletonLines lines={6} />}
      {elements?.length === 0 && <NothingFound isAtWork={isAtWork} />}
      <div onKeyDown={(event) => walkByArrows(event, review)}>
        {groups.map((group) => (
          <ElementGroupList key={group.kind} group={group} review={review} marked={marked} />
        ))}
      </div>
      {found?.isCut && <p className="quiet">{words.elements.cut(found.items.length)}</p>}
      <p className="visually-hidden" role="status">
        {elements && words.elements.count(elements.length)}
      </p>
    </section>
  )
}

function NothingFound({ isAtWork }: { isAtWork: boolean }) {
  if (!isAtWork) return <p className="quiet">{words.elements.none}</p>
  return (
    <>
      <p className="quiet">{words.elements.notYet}</p>
      <SkeletonLines lines={5} />
    </>
  )
}

function walkByArrows(event: KeyboardEvent, { walk }: Review) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
  if (step === undefined || event.target instanceof HTMLInputElement) return
  event.preventDefault()
  walk(step)
}

interface ElementGroupListProps {
  group: ElementGroup
  review: Review
  marked: Marked
}

const shownAtFirst = 12

function ElementGroupList({ group: { kind, standing, rejected }, review, marked }: ElementGroupListProps) {
  const [isUnfolded, setUnfolded] = useState(false)
  const [isLong, setLong] = useState(false)
  const isBeyond = standing.slice(shownAtFirst).some(({ id }) => id === review.selection?.elementId)
  const shown = isLong || isBeyond ? standing : standing.slice(0, shownAtFirst)
  return (
    <section className="journey-group" data-kind={kind}>
      <GroupHead kind={kind} size={standing.length} marked={marked} />
      <ElementItems elements={shown} review={review} />
      {standing.length > shownAtFirst && !isBeyond && (
        <button type="button" className="journey-fold" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? words.elements.showFewer : words.elements.showAll(standing.length)}
        </button>
      )}
      {rejected.length > 0 && (
        <button
          type="button"
          className="journey-fold"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? words.elements.hideRejected(rejected.length) : words.elements.rejected(rejected.length)}
        </button>
      )}
      {isUnfolded && <ElementItems elements={rejected} review={review} />}
    </section>
  )
}

function GroupHead({ kind, size, marked }: { kind: ElementKind; size: number; marked: Marked }) {
  return (
    <div className="journey-group-head">
      <h3>
        <KindMark kind={kind} />
        {words.elements.kinds[kind]} <span className="figures">{size}</span>
      </h3>
      <label className="journey-marked" title={words.elements.inText(words.elements.kinds[kind])}>
        <input
          type="checkbox"
          checked={marked.kinds.has(kind)}
          onChange={() => marked.toggle(kind)}
          aria-label={words.elements.inText(words.elements.kinds[kind])}
        />
        <span aria-hidden="true">{words.elements.marked}</span>
      </label>
    </div>
  )
}

function ElementItems({ elements, review }: { elements: readonly Element[]; review: Review }) {
  return (
    <ul className="journey-elements">
      {elements.map((element) => (
        <ElementItem key={element.id} element={element} review={review} />
      ))}
    </ul>
  )
}
