import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { defineProblem, Problem } from '#contract/problem'
import { createMetrics } from '#core/observability'
import { createRegion, type RegionOptions } from './region.ts'

/** A region with a clock that the test moves, and what it warned of. */
function openRegion(options: Partial<RegionOptions> = {}) {
  const clock = { now: 1000 }
  const warnings: object[] = []
  const metrics = createMetrics()
  const log = { warn: (fields: object) => void warnings.push(fields) }
  const limits = { name: 'tests.values', mostEntries: 10, mostBytes: 10_000, freshFor: 100 }
  const region = createRegion<unknown>({ ...limits, ...options }, { now: () => clock.now, log, metrics })
  const ask = (value: unknown, key = 'key', tags = ['tag']) => region.get({ key, tags }, async () => value)
  return { region, clock, warnings, metrics, ask }
}

/** A computation that ends when the test says so. */
function createHeld() {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const signals: AbortSignal[] = []
  const compute = (signal: AbortSignal) => {
    signals.push(signal)
    return promise
  }
  return { compute, resolve, reject, signals }
}

const asked = { key: 'key', tags: ['tag'] }
const broken = () => Promise.reject(new Error('out of paper'))
const drop = new Set(['tag'])

test('a value is computed once and given until its time is over', async () => {
  const { clock, ask } = openRegion()
  expect([await ask('first'), await ask('second')]).toEqual(['first', 'first'])
  clock.now += 99
  expect(await ask('third')).toBe('first')
  clock.now += 1
  expect(await ask('fourth')).toBe('fourth')
})

test('however many ask at once, there is one computation, and its failure is told to all and kept for none', async () => {
  const { region, ask } = openRegion()
  const held = createHeld()
  const waiting = [1, 2, 3].map(() => region.get(asked, held.compute))
  held.reject(new Error('out of paper'))
  const outcomes = await Promise.allSettled(waiting)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(held.signals).toHaveLength(1)
  expect(await ask('healed')).toBe('healed')
})

test('a value that was being computed when it was made old reaches those who asked before, and nobody after', async () => {
  const { region, ask } = openRegion()
  const held = createHeld()
  const before = region.get(asked, held.compute)
  region.invalidate(drop, 'immediate')
  const after = ask('new')
  held.resolve('old')
  expect([await before, await after, await ask('never')]).toEqual(['old', 'new', 'new'])
})

test('the late end of an outdated computation does not replace the newer value', async () => {
  const { region, ask } = openRegion()
  const held = createHeld()
  const before = region.get(asked, held.compute)
  region.invalidate(drop, 'immediate')
  await ask('new')
  held.resolve('old')
  await before
  expect(await ask('never')).toBe('new')
})

test('an invalidation takes what bears the tag, and nothing else', async () => {
  const { region, ask } = openRegion()
  await ask('a1', 'a', ['ada', 'all'])
  await ask('b1', 'b', ['bob', 'all'])
  region.invalidate(new Set(['ada']), 'immediate')
  expect([await ask('a2', 'a', ['ada', 'all']), await ask('b2', 'b')]).toEqual(['a2', 'b1'])
  region.invalidate(new Set(['all']), 'immediate')
  expect([await ask('a3', 'a'), await ask('b3', 'b')]).toEqual(['a3', 'b3'])
})

test('a lazily outdated value is given while it is computed again, as long as the region allows', async () => {
  const { region, clock, ask } = openRegion({ staleFor: 50 })
  await ask('old')
  region.invalidate(drop, 'lazy')
  expect(await ask('new')).toBe('old')
  await vi.waitFor(async () => expect(await ask('newer')).toBe('new'))
  region.invalidate(drop, 'lazy')
  clock.now += 50
  expect(await ask('newest')).toBe('newest')
})

test('a stale value is given at once while one computation, and no second one, replaces it', async () => {
  const { region, clock } = openRegion({ staleFor: 50 })
  await region.get(asked, async () => 'old')
  clock.now += 100
  const held = createHeld()
  expect(await Promise.all([1, 2].map(() => region.get(asked, held.compute)))).toEqual(['old', 'old'])
  held.resolve('new')
  await vi.waitFor(async () => expect(await region.get(asked, broken)).toBe('new'))
  expect(held.signals).toHaveLength(1)
})

test('a failure behind the back is told to the log, and the stale value is given on', async () => {
  const { region, clock, warnings } = openRegion({ staleFor: 50 })
  await region.get(asked, async () => 'old')
  clock.now += 100
  expect(await region.get(asked, broken)).toBe('old')
  await vi.waitFor(() => expect(warnings).toHaveLength(1))
  expect(await region.get(asked, broken)).toBe('old')
})

test('when computing fails, an old value stands in for its time; a problem is an answer and passes', async () => {
  const { region, clock } = openRegion({ staleOnErrorFor: 50 })
  const kind = defineProblem({ name: 'tests/refused', status: 409, title: 'Refused' })
  await region.get(asked, async () => 'old')
  clock.now += 149
  expect(await region.get(asked, broken)).toBe('old')
  await expect(region.get(asked, () => Promise.reject(new Problem(kind, 'No.')))).rejects.toThrow('No.')
  clock.now += 1
  await expect(region.get(asked, broken)).rejects.toThrow('out of paper')
})

test('a value that was taken away does not stand in for a failure', async () => {
  const { region, ask } = openRegion({ staleOnErrorFor: 50, freshFor: 0 })
  await ask('old')
  const held = createHeld()
  const waiting = region.get(asked, held.compute)
  region.invalidate(drop, 'immediate')
  held.reject(new Error('out of paper'))
  await expect(waiting).rejects.toThrow('out of paper')
})

test.each([undefined, null])('%s is not kept unless the region says so', async (nothing) => {
  const forgetful = openRegion()
  await forgetful.ask(nothing)
  expect(await forgetful.ask('something')).toBe('something')
  const mindful = openRegion({ keepsNothing: true })
  await mindful.ask(nothing)
  expect(await mindful.ask('something')).toBe(nothing)
})

test('who gives up waits no longer; the last to give up ends the computation, and the next begins a new one', async () => {
  const { region, ask } = openRegion()
  const held = createHeld()
  const [first, last] = [new AbortController(), new AbortController()]
  const waiting = [first, last].map(({ signal }) => region.get({ ...asked, signal }, held.compute))
  first.abort(new Error('gone'))
  await expect(waiting[0]).rejects.toThrow('gone')
  expect(held.signals[0]?.aborted).toBe(false)
  last.abort(new Error('gone too'))
  await expect(waiting[1]).rejects.toThrow('gone too')
  expect(held.signals[0]?.aborted).toBe(true)
  expect(await ask('new')).toBe('new')
})

test('somebody who cannot give up keeps the computation alive', async () => {
  const { region } = openRegion()
  const held = createHeld()
  const controller = new AbortController()
  const [patient, gone] = [undefined, controller.signal].map((signal) =>
    region.get({ ...asked, ...(signal && { signal }) }, held.compute),
  )
  controller.abort(new Error('gone'))
  await expect(gone).rejects.toThrow('gone')
  held.resolve('value')
  expect(await patient).toBe('value')
})

test('a computation that does not end is given up in time, though it does not listen', async () => {
  const { region, ask } = openRegion({ patience: 5 })
  const held = createHeld()
  await expect(region.get(asked, held.compute)).rejects.toThrow('within 5 ms')
  expect(held.signals[0]?.aborted).toBe(true)
  expect(await ask('new')).toBe('new')
})

test('what was asked for longest ago makes room, by number and by size', async () => {
  const { ask, metrics } = openRegion({ mostEntries: 2, mostBytes: 100 })
  await ask('1', 'a')
  await ask('2', 'b')
  await ask('3', 'c')
  expect([await ask('4', 'a'), await ask('5', 'c')]).toEqual(['4', '3'])
  await ask('x'.repeat(40), 'large')
  await ask('x'.repeat(400), 'too large')
  expect([await ask('6', 'large'), await ask('7', 'too large')]).toEqual(['x'.repeat(40), '7'])
  const { text } = await metrics.page()
  expect(text).toContain('cairn_cache_entries{cache="tests.values"} 2')
})

test('how questions were answered is counted', async () => {
  const { region, clock, metrics, ask } = openRegion({ staleFor: 10, staleOnErrorFor: 20 })
  await Promise.all([ask('value'), ask('value')])
  await ask('value')
  clock.now += 105
  await region.get(asked, broken)
  clock.now += 10
  await region.get(asked, broken)
  const { text } = await metrics.page()
  for (const outcome of ['miss', 'joined', 'hit', 'stale', 'rescued'])
    expect(text).toMatch(new RegExp(`cairn_cache_requests_total\\{cache="tests.values",outcome="${outcome}"\\} \\d`))
})

const settled = () => new Promise((resolve) => setImmediate(resolve))

interface Step {
  what: 'ask' | 'change' | 'finish' | 'wait'
  key: string
  /** Which of the running computations ends. */
  which: number
}

/** The source of the values changes, and each change is followed by the invalidation, as the log does it. */
async function play(steps: readonly Step[]) {
  const { region, clock } = openRegion({ mostEntries: 2 })
  const version = new Map<string, number>()
  const running = new Map<string, number>()
  const finish: (() => void)[] = []
  const asks: Promise<void>[] = []
  const versionOf = (key: string) => version.get(key) ?? 0
  const compute = (key: string) => async () => {
    const read = versionOf(key)
    const run = `${key}@${versionOf(key)}`
    running.set(run, (running.get(run) ?? 0) + 1)
    expect(running.get(run), 'no two computations for one key at a time').toBe(1)
    await new Promise<void>((resolve) => finish.push(resolve))
    running.delete(run)
    return read
  }
  for (const { what, key, which } of steps) {
    if (what === 'ask') {
      const leastWanted = versionOf(key)
      const answered = region.get({ key, tags: [key] }, compute(key))
      asks.push(
        answered.then((value) => expect(value, 'not older than the question').toBeGreaterThanOrEqual(leastWanted)),
      )
    } else if (what === 'change') {
      version.set(key, versionOf(key) + 1)
      region.invalidate(new Set([key]), 'immediate')
    } else if (what === 'finish') finish.splice(which % Math.max(1, finish.length), 1).forEach((end) => end())
    else clock.now += 60
    await settled()
  }
  while (finish.length > 0) {
    finish.splice(0).forEach((end) => end())
    await settled()
  }
  await Promise.all(asks)
}

test('in whatever order it happens, nobody gets a value from before an invalidation that came before the question', async () => {
  const step = fc.record({
    what: fc.constantFrom('ask', 'ask', 'change', 'finish', 'wait'),
    key: fc.constantFrom('a', 'b', 'c'),
    which: fc.nat(9),
  }) satisfies fc.Arbitrary<Step>
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), play), { numRuns: 300 })
})
