/**
 * Insights that lead to each other: chains through at least three sessions. Each insight is told in one chain at most,
 * the longest first. Nothing is tested; how much the neighbours share says how strong a chain is.
 */
import type { Pattern } from '../contract.ts'
import type { Link } from '../../links/links.ts'
import { sentences } from '../sentences.ts'
import { mean } from '../statistics/ranks.ts'
import { patternOf, quote, rounded } from './drafting.ts'
import { elementsById, type Finder, type PlacedElement, type Reading } from './reading.ts'

const leastSteps = 3
const longest = 12
const strong = 0.5

export const cascade: Finder = {
  kind: 'cascade',
  wants: 6,
  find(reading) {
    const next = Map.groupBy(
      reading.links.filter(({ type }) => type === 'LEADS_TO').toSorted(byWeight),
      ({ source }) => source,
    )
    const chains = [...next.keys()].map((id) => chainFrom(next, id)).toSorted((a, b) => b.length - a.length)
    const told = new Set<string>()
    const insights = elementsById(reading, 'insight')
    return chains.flatMap((chain) => {
      const ids = idsOf(chain)
      if (ids.length < leastSteps || ids.some((id) => told.has(id))) return []
      ids.forEach((id) => told.add(id))
      return patternOfChain(reading, chain, insights)
    })
  },
}

const byWeight = (a: Link, b: Link) => b.weight - a.weight || (a.source + a.target < b.source + b.target ? -1 : 1)

const idsOf = (chain: readonly Link[]) => [
  ...chain.slice(0, 1).map(({ source }) => source),
  ...chain.map(({ target }) => target),
]

/** Follows the strongest tie from each insight to the next. */
function chainFrom(next: ReadonlyMap<string, readonly Link[]>, from: string): Link[] {
  const chain: Link[] = []
  const seen = new Set([from])
  for (let at = from; chain.length < longest;) {
    const step = next.get(at)?.find(({ target }) => !seen.has(target))
    if (!step) break
    chain.push(step)
    seen.add(step.target)
    at = step.target
  }
  return chain
}

function patternOfChain(
  reading: Reading,
  chain: readonly Link[],
  insights: ReadonlyMap<string, PlacedElement>,
): Pattern[] {
  const steps = idsOf(chain).flatMap((id) => insights.get(id) ?? [])
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || new Set(steps.map(({ session }) => session.id)).size < leastSteps) return []
  const weight = mean(chain.map((link) => link.weight))
  return [
    patternOf(reading, {
      kind: 'cascade',
      subjects: steps.map(({ element }) => ({ kind: 'insight', label: element.label })),
      sentence: sentences.cascade({ first: first.element.label, last: last.element.label, steps: steps.length }),
      effect: { name: 'mean of shared words and topics', per: 'tie', value: rounded(weight), low: null, high: null },
      n: steps.length,
      counted: 'mentions',
      wouldChange: sentences.cascadeWouldChange,
      from: first.session.day,
      to: last.session.day,
      evidence: steps.flatMap(({ session, element }) => quote(session, element, element.places[0]?.passage)),
      badges: [weight >= strong ? 'strong' : 'slight'],
    }),
  ]
}
