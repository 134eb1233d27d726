import { expect, test, vi } from 'vitest'
import type { StoredEvent } from '#core/events'
import { eventually } from '../../../tests/world/world.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { createMetrics } from '#core/observability'
import { createCache, type InvalidationRule } from './cache.ts'

const limits = { mostEntries: 10, mostBytes: 10_000, freshFor: 1000 }

/** A cache, and a way to let something happen that it hears of. */
function openCache() {
  const heard: ((event: StoredEvent) => unknown)[] = []
  const errors: object[] = []
  const log = { warn: () => {}, error: (fields: object) => void errors.push(fields) }
  const cache = createCache({
    events: { hear: (listener) => (heard.push(listener), () => {}) },
    log,
    metrics: createMetrics(),
    now: () => 1000,
  })
  const happen = (name: string, owner = 'ada') =>
    heard.forEach((hear) => hear({ name, owner, topic: 't', entity: 'e', actor: 'a', at: 1, position: 1, payload: {} }))
  const region = cache.region<string>({ ...limits, name: 'tests.values', staleFor: 1000 })
  const ask = (value: string, ...tags: string[]) => region.get({ key: tags.join(), tags }, async () => value)
  return { cache, happen, ask, errors }
}

const byOwner: InvalidationRule = { name: 'tests.by-owner', tagsOf: ({ owner }) => [owner] }

test('an event makes old what its rule names, in every region, and leaves the rest', async () => {
  const { cache, happen, ask } = openCache()
  const other = cache.region<number>({ ...limits, name: 'tests.numbers' })
  cache.addRule(byOwner)
  await Promise.all([ask('1', 'ada'), ask('1', 'bob'), other.get({ key: 'n', tags: ['ada'] }, async () => 1)])
  happen('tests.thing-happened')
  expect([await ask('2', 'ada'), await ask('2', 'bob')]).toEqual(['2', '1'])
  expect(await other.get({ key: 'n', tags: ['ada'] }, async () => 2)).toBe(2)
})

test('what hangs on a tag grows old with it, also in a circle', async () => {
  const { cache, happen, ask } = openCache()
  const hanging: Record<string, string[]> = { ada: ['team'], team: ['report'], report: ['ada'] }
  cache.addRule(byOwner)
  cache.addCascade((tag) => hanging[tag] ?? [])
  for (const tag of ['ada', 'team', 'report', 'bob']) await ask('1', tag)
  happen('tests.thing-happened')
  const answers = [await ask('2', 'ada'), await ask('2', 'team'), await ask('2', 'report'), await ask('2', 'bob')]
  expect(answers).toEqual(['2', '2', '2', '1'])
})

test('a lazy rule lets the old value be given while the new one is computed', async () => {
  const { cache, happen, ask } = openCache()
  cache.addRule({ ...byOwner, mode: 'lazy' })
  await ask('1', 'ada')
  happen('tests.thing-happened')
  expect(await ask('2', 'ada')).toBe('1')
  await vi.waitFor(async () => expect(await ask('3', 'ada')).toBe('2'))
})

test('a rule that collects makes one invalidation of a burst, after its time', async () => {
  vi.useFakeTimers()
  try {
    const { cache, happen, ask } = openCache()
    cache.addRule({ ...byOwner, collectFor: 50 })
    await Promise.all([ask('1', 'ada'), ask('1', 'bob')])
    for (const owner of ['ada', 'bob', 'ada']) happen('tests.thing-happened', owner)
    vi.advanceTimersByTime(49)
    expect([await ask('2', 'ada'), await ask('2', 'bob')]).toEqual(['1', '1'])
    vi.advanceTimersByTime(1)
    expect([await ask('3', 'ada'), await ask('3', 'bob')]).toEqual(['3', '3'])
    happen('tests.thing-happened')
    vi.advanceTimersByTime(50)
    expect(await ask('4', 'ada')).toBe('4')
  } finally {
    vi.useRealTimers()
  }
})

test('a rule that breaks drops everything rather than let something old be given', async () => {
  const { cache, happen, ask, errors } = openCache()
  cache.addRule({
    name: 'tests.broken',
    tagsOf() {
      throw new Error('out of paper')
    },
  })
  await ask('1', 'bob')
  happen('tests.thing-happened')
  expect(await ask('2', 'bob')).toBe('2')
  expect(errors).toHaveLength(1)
})

test('the log of a real record reaches the rules, and the warmers run as a job though one of them fails', async () => {
  await using world = await createNotesWorld()
  const { cache, db, events, jobs } = world.core()
  const region = cache.region<string>({ ...limits, name: 'tests.real' })
  const ask = (value: string) => region.get({ key: 'key', tags: ['ada'] }, async () => value)
  cache.addRule(byOwner)
  await ask('old')
  await db.write((tx) =>
    events.append(tx, { name: 'tests.thing-happened', topic: 'tests', entity: 'e', owner: 'ada', actor: 'ada' }),
  )
  await eventually(
    () => ask('new'),
    (value) => value === 'new',
  )
  const warmed: string[] = []
  cache.addWarmer({ name: 'tests.broken', run: () => Promise.reject(new Error('out of paper')) })
  cache.addWarmer({ name: 'tests.sound', run: async () => void warmed.push('sound') })
  await db.write((tx) => cache.warm(tx, jobs))
  await eventually(
    async () => warmed,
    ({ length }) => length > 0,
  )
})
