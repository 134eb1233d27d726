/**
 * Ties between what was found in different places: an insight that leads to another, an insight that revises a belief,
 * an action that follows up a challenge. Pure and deterministic: the same elements in any order give the same links.
 * Each element is tied to the one that it suits best, or to none; a doubtful tie is worse than a missing one.
 */
import { createIndex, type Read } from './word-index.ts'
import type { Link, LinkableElement } from './linkable-element.ts'
import { oppositeWords } from './reframing.ts'
import { followsUp, leadsTo, revises, type Rule } from './rules.ts'
import { readStatement } from './statement.ts'

export type { Link, LinkableElement } from './linkable-element.ts'

export function linkElements(elements: readonly LinkableElement[]): Link[] {
  const read = readInOrder(elements)
  const inSessions = Map.groupBy(read, ({ element }) => element.sessionId)
  const index = createIndex()
  const links: Link[] = []
  for (const session of inSessions.values()) {
    for (const one of session) index.add(one)
    for (const one of session) links.push(...linksOf(one, { session, index }))
  }
  return links
}

function readInOrder(elements: readonly LinkableElement[]): Read[] {
  const inOrder = elements.toSorted(byTime)
  const numbers = new Map([...new Set(inOrder.map(({ sessionId }) => sessionId))].map((id, number) => [id, number]))
  return inOrder.map((element, order) => ({
    element,
    order,
    session: numbers.get(element.sessionId) ?? 0,
    statement: readStatement(element.label),
  }))
}

function byTime(a: LinkableElement, b: LinkableElement) {
  return compare(a.day, b.day) || compare(a.sessionId, b.sessionId) || placeOf(a) - placeOf(b) || compare(a.id, b.id)
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)
const placeOf = ({ passages }: LinkableElement) => Math.min(...passages, Number.MAX_SAFE_INTEGER)

/** `session` holds what stands in the same session, `index` also what was before. */
interface Around {
  session: readonly Read[]
  index: ReturnType<typeof createIndex>
}

function linksOf(one: Read, around: Around): Link[] {
  switch (one.element.kind) {
    case 'insight':
      return [...tie(one, revises, around), ...tie(one, leadsTo, around)]
    case 'belief':
      return tie(one, revises, around)
    case 'action':
      return tie(one, followsUp, around)
    case 'challenge':
      return []
  }
}

/** To the one with the most in common; of equals to the latest. */
function tie(one: Read, rule: Rule, around: Around): Link[] {
  const weighed = candidatesFor(one, rule, around).map((other) => ({ other, weight: round(rule.weigh(one, other)) }))
  const [best] = weighed.sort((a, b) => b.weight - a.weight || b.other.order - a.other.order)
  if (!best || best.weight === 0) return []
  const ends = rule.runsWithTime ? [best.other, one] : [one, best.other]
  const [source = '', target = ''] = ends.map(({ element }) => element.id)
  return [{ type: rule.type, source, target, weight: best.weight }]
}

/** Those of its session, and those that share words with it or have the opposite ones. */
function candidatesFor(one: Read, { target }: Rule, { session, index }: Around): Read[] {
  const words = [...one.statement.words.keys(), ...oppositeWords(one.statement)]
  const near = session.filter((other) => other.element.kind === target && other !== one)
  return [...new Set([...near, ...index.find(words, target)])].filter((other) => other !== one)
}

const round = (weight: number) => Math.round(Math.min(1, weight) * 1000) / 1000
