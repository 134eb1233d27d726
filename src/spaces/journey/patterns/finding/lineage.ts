/** What a subject is a kind of: a topic is of its domain, a feeling of its side, a side of how pleasant all of it is. */
import { valenceOfFamily } from '../../analyser/emotions/core-affect.ts'
import { isEmotionFamily } from '../../analyser/emotions/names.ts'
import type { Pattern, PatternSubject } from '../contract.ts'
import type { ReadElement } from '../reading/record.ts'

export type Side = 'pleasant' | 'unpleasant'

/** Undefined for families that are neither, and for names that are no family. */
export function sideOf(family: string): Side | undefined {
  const valence = isEmotionFamily(family) ? valenceOfFamily(family) : undefined
  return valence === 'pleasant' || valence === 'unpleasant' ? valence : undefined
}

export const affectOf = (side: Side): PatternSubject => ({ kind: 'affect', label: `${side} feelings` })

interface Placed {
  subject: PatternSubject
  bySession: ReadonlyMap<number, readonly ReadElement[]>
}

/** Names from itself to the widest. */
export function lineageOf({ subject, bySession }: Placed): string[] {
  const { kind, label } = subject
  if (kind === 'topic') {
    const [elements] = bySession.values()
    const domain = elements?.[0]?.traits.domain
    return [nameOf(subject), ...(domain === undefined ? [] : [nameOf({ kind: 'domain', label: domain })])]
  }
  const side = kind === 'family' ? sideOf(label) : sides.find((one) => affectOf(one).label === label)
  if (side === undefined) return [nameOf(subject)]
  return kind === 'family'
    ? [nameOf(subject), nameOf(affectOf(side)), ...lineageOfMood(side)]
    : [nameOf(subject), ...lineageOfMood(side)]
}

const sides: readonly Side[] = ['pleasant', 'unpleasant']

export const lineageOfMood = (side: Side): string[] => [`valence ${side}`]

const nameOf = ({ kind, label }: Pick<PatternSubject, 'kind' | 'label'>) => `${kind} ${label.toLowerCase()}`

/** A pattern of two subjects, each with its lineage. */
export interface Related {
  pattern: Pattern
  one: readonly string[]
  other: readonly string[]
}

/** Without those of which a narrower one says more: where work comes with anger, it need not be told of feelings. */
export const narrowest = (found: readonly Related[]): Pattern[] =>
  found
    .filter((wide) => !found.some((narrow) => narrow !== wide && isNarrower(narrow, wide)))
    .map(({ pattern }) => pattern)

const isNarrower = (narrow: Related, wide: Related) =>
  narrow.one.includes(wide.one[0] ?? '') && narrow.other.includes(wide.other[0] ?? '')
