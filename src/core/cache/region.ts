/** One kind of values: get-or-compute, and how long a value is worth keeping. */
import { second } from '#std/duration'
import { Problem } from '#contract/problem'
import type { CacheOutcome, Log, Metrics } from '#core/observability'
import { createFlights, type Compute, type Flights } from './flights.ts'
import { createShelf, type Entry, type Shelf } from './shelf.ts'

export interface RegionOptions {
  /** `search.results`; the label of its metrics. */
  name: string
  mostEntries: number
  mostBytes: number
  /** Milliseconds a value is given as it is, counted from the beginning of its computation. */
  freshFor: number
  /** Milliseconds after that in which it is still given, while it is computed again; none unless told. */
  staleFor?: number
  /** Milliseconds after `freshFor` in which it stands in when computing fails; none unless told. */
  staleOnErrorFor?: number
  /** Whether `undefined` and `null` are worth keeping; not unless told. */
  keepsNothing?: boolean
  /** Milliseconds that one computation may take; 30 seconds unless told. */
  patience?: number
}

export interface Asked {
  key: string
  /** The value is old once one of these is named by an invalidation. */
  tags: readonly string[]
  /** Ends this caller's wait. */
  signal?: AbortSignal
}

export interface Region<T> {
  /** The kept value, or a new one. What `compute` throws goes to all who wait, and is never kept. */
  get(asked: Asked, compute: Compute<T>): Promise<T>
}

/** How values with a tag become old: `immediate` takes them away, `lazy` lets them be given while they are stale. */
export type Mode = 'immediate' | 'lazy'

/** A region as the cache itself sees it. */
export interface OpenRegion {
  invalidate(tags: ReadonlySet<string>, mode: Mode): void
  clear(): void
}

export interface RegionNeeds {
  now: () => number
  log: Pick<Log, 'warn'>
  metrics: Metrics
}

interface Context<T> extends RegionNeeds {
  options: RegionOptions
  shelf: Shelf<T>
  flights: Flights<T>
}

export function createRegion<T>(options: RegionOptions, needs: RegionNeeds): Region<T> & OpenRegion {
  const shelf = createShelf<T>(options)
  const flights = createFlights<T>(options.patience ?? 30 * second)
  const context = { ...needs, options, shelf, flights }
  const measure = () => {
    needs.metrics.setCacheSize(options.name, { entries: shelf.count(), bytes: shelf.size() })
  }
  return {
    get: (asked, compute) => get(context, asked, compute).finally(measure),
    invalidate(tags, mode) {
      flights.outdate(tags)
      for (const key of [...tags].flatMap((tag) => shelf.keysOf(tag))) outdate(context, key, mode)
      measure()
    },
    clear() {
      flights.clear()
      shelf.clear()
      measure()
    },
  }
}

async function get<T>(context: Context<T>, asked: Asked, compute: Compute<T>): Promise<T> {
  asked.signal?.throwIfAborted()
  const kept = context.shelf.get(asked.key)
  if (!kept || kept.staleUntil <= context.now()) return wait(context, asked, compute)
  const isFresh = kept.freshUntil > context.now()
  count(context, isFresh ? 'hit' : 'stale')
  if (!isFresh) refresh(context, asked, compute)
  return kept.value
}

async function wait<T>(context: Context<T>, asked: Asked, compute: Compute<T>): Promise<T> {
  const { flights, shelf, now } = context
  const running = flights.find(asked.key)
  count(context, running ? 'joined' : 'miss')
  try {
    return await flights.join(running ?? begin(context, asked, compute), asked.signal)
  } catch (error) {
    const kept = shelf.get(asked.key)
    // A problem is an answer, not a failure; and whoever gave up waits for none.
    if (!kept || kept.rescueUntil <= now() || error instanceof Problem || asked.signal?.aborted) throw error
    count(context, 'rescued')
    return kept.value
  }
}

/** Computes again behind the back of whoever asked; that it is waited for keeps it from being given up. */
function refresh<T>(context: Context<T>, asked: Asked, compute: Compute<T>) {
  if (context.flights.find(asked.key)) return
  context.flights.join(begin(context, asked, compute)).catch((error: unknown) => {
    context.log.warn({ err: error, cache: context.options.name }, 'a kept value could not be computed again')
  })
}

function begin<T>({ flights, shelf, options, now }: Context<T>, { key, tags }: Asked, compute: Compute<T>) {
  const begunAt = now()
  return flights.begin({ key, tags }, compute, (value) => {
    const isNothing = value === undefined || value === null
    if (!isNothing || options.keepsNothing) shelf.put(key, entryOf({ value, tags, begunAt }, options))
  })
}

function entryOf<T>(
  { value, tags, begunAt }: { value: T; tags: readonly string[]; begunAt: number },
  { freshFor, staleFor = 0, staleOnErrorFor = 0 }: RegionOptions,
): Entry<T> {
  const freshUntil = begunAt + freshFor
  const ends = { freshUntil, staleUntil: freshUntil + staleFor, rescueUntil: freshUntil + staleOnErrorFor }
  return { value, tags, size: bytesOf(value), ...ends }
}

/** Two for each character of the value as JSON, which is near enough for a limit. */
function bytesOf(value: unknown) {
  const text: unknown = JSON.stringify(value)
  return typeof text === 'string' ? 2 * text.length : 0
}

function outdate<T>({ shelf, options, now }: Context<T>, key: string, mode: Mode) {
  const kept = shelf.get(key)
  if (!kept) return
  if (mode === 'immediate') return shelf.remove(key)
  kept.freshUntil = Math.min(kept.freshUntil, now())
  kept.staleUntil = Math.min(kept.staleUntil, now() + (options.staleFor ?? 0))
}

function count<T>({ metrics, options }: Context<T>, outcome: CacheOutcome) {
  metrics.cacheAsked({ cache: options.name, outcome })
}
