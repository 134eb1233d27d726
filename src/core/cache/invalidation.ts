/** From an event to the tags it makes old: at once, collected for a moment, and along what hangs on a tag. */
import type { StoredEvent } from '#core/events'
import type { Log } from '#core/observability'
import type { Mode, OpenRegion } from './region.ts'

export interface InvalidationRule {
  name: string
  /** The tags that an event makes old. Without one of its own, each event costs a call and nothing else. */
  tagsOf(event: StoredEvent): readonly string[]
  /** `immediate` unless told. */
  mode?: Mode
  /** Milliseconds in which tags are collected, so that a burst of events is one invalidation; none unless told. */
  collectFor?: number
}

/** The tags that hang on `tag`: they grow old with it. */
export type Cascade = (tag: string) => readonly string[]

interface Needs {
  regions: readonly OpenRegion[]
  log: Pick<Log, 'error'>
}

export function createInvalidation({ regions, log }: Needs) {
  const rules: ((event: StoredEvent) => void)[] = []
  const cascades: Cascade[] = []
  const outdate = (tags: Iterable<string>, mode: Mode = 'immediate') => {
    const all = withDependents(tags, cascades)
    for (const region of regions) region.invalidate(all, mode)
  }

  return {
    addRule(rule: InvalidationRule) {
      const collect = createCollector(rule.collectFor, (tags) => {
        outdate(tags, rule.mode)
      })
      rules.push((event) => {
        collect(rule.tagsOf(event))
      })
    },
    addCascade: (cascade: Cascade) => void cascades.push(cascade),
    apply(event: StoredEvent) {
      try {
        for (const rule of rules) rule(event)
      } catch (error) {
        // Which values are old is not known, and an old one must not be given.
        for (const region of regions) region.clear()
        log.error({ err: error, event: event.name }, 'an invalidation failed, so everything kept was dropped')
      }
    },
  }
}

function withDependents(tags: Iterable<string>, cascades: readonly Cascade[]): ReadonlySet<string> {
  const all = new Set(tags)
  // A set that grows while it is walked is walked to its new end; what is in it already ends a circle.
  for (const tag of all) for (const cascade of cascades) for (const dependent of cascade(tag)) all.add(dependent)
  return all
}

function createCollector(collectFor: number | undefined, flush: (tags: Iterable<string>) => void) {
  const collected = new Set<string>()
  const flushAll = () => {
    const tags = [...collected]
    collected.clear()
    flush(tags)
  }
  return (tags: readonly string[]) => {
    if (collectFor === undefined) return flush(tags)
    if (collected.size === 0 && tags.length > 0) setTimeout(flushAll, collectFor).unref()
    for (const tag of tags) collected.add(tag)
  }
}
