import { expect, test, vi } from 'vitest'
import { createEventLog, entitiesOf, eventOwner, news } from '../../../tests/world/event-log.ts'
import type { StoredEvent } from './events.ts'

const soon = () => AbortSignal.timeout(5000)

test('positions follow one another, and a refused write takes none', async () => {
  await using log = await createEventLog()
  await log.append('first')
  const refused = log.db.write(async (tx) => {
    await log.appendTo(tx, 'refused')
    throw new Error('changed my mind')
  })
  await expect(refused).rejects.toThrow('changed my mind')
  await log.append('second')
  const stored = await log.read()
  expect(entitiesOf(stored)).toEqual(['first', 'second'])
  expect(stored.map(({ position }) => position)).toEqual([1, 2])
  expect(await log.events.latestPosition()).toBe(2)
})

test('whoever reads behind the log while writes go on misses nothing (outbox read by id)', async () => {
  await using log = await createEventLog()
  const seen: StoredEvent[] = []
  const readOn = async () => {
    const fresh = await log.events.after(seen.at(-1)?.position ?? 0, 7)
    seen.push(...fresh)
    return fresh.length
  }
  const names = Array.from({ length: 300 }, (_, i) => String(i))
  const writing = Promise.all(names.map((name) => log.append(name)))
  for (let i = 0; i < 60; i += 1) await readOn().then(() => new Promise((resolve) => setImmediate(resolve)))
  await writing
  await log.read()
  while ((await readOn()) > 0);
  expect(seen.map(({ position }) => position)).toEqual(names.map((_, i) => i + 1))
  expect(entitiesOf(seen).sort()).toEqual(names.sort())
})

test('many events are appended as one, in their order', async () => {
  await using log = await createEventLog()
  const names = Array.from({ length: 500 }, (_, i) => String(i))
  await log.db.write((tx) => log.events.appendAll(tx, names.map(news)))
  await log.db.write((tx) => log.events.appendAll(tx, []))
  expect(entitiesOf(await log.read())).toEqual(names)
})

test('an inline consumer is part of the write: when it throws, nothing of the write is kept', async () => {
  await using log = await createEventLog()
  log.events.addInline({
    name: 'tests.picky',
    async handle(_, { entity }) {
      if (entity === 'bad') throw new Error('not this one')
    },
  })
  await log.append('good')
  await expect(log.append('bad')).rejects.toThrow('not this one')
  expect(entitiesOf(await log.read())).toEqual(['good'])
})

test('a log is read by topic and owner alone', async () => {
  await using log = await createEventLog()
  await log.append('mine')
  await log.db.write((tx) => log.events.append(tx, { ...news('foreign'), owner: 'bob' }))
  await log.db.write((tx) => log.events.append(tx, { ...news('elsewhere'), topic: 'others' }))
  await log.read()
  const mine = await log.events.afterFor({ topic: 'tests', owner: eventOwner, position: 0 }, 10)
  expect(entitiesOf(mine)).toEqual(['mine'])
})

test('a following consumer sees every event once in order, and goes on there after a restart', async () => {
  const seen: string[] = []
  const reader = { name: 'tests.reader', handle: async ({ entity }: StoredEvent) => void seen.push(entity) }
  await using log = await createEventLog([reader])
  await log.append('first')
  await log.append('second')
  await log.events.passed(2, soon())
  await log.restart()
  await log.append('third')
  await log.events.passed(3, soon())
  expect(seen).toEqual(['first', 'second', 'third'])
})

test('a failing consumer tries the same event again after a pause, shows why, and blocks no other', async () => {
  const seen: string[] = []
  let isBroken = true
  await using log = await createEventLog([
    {
      name: 'tests.broken',
      async handle({ entity }: StoredEvent) {
        if (isBroken) throw new Error('out of paper')
        seen.push(`broken ${entity}`)
      },
    },
    { name: 'tests.sound', handle: async ({ entity }: StoredEvent) => void seen.push(`sound ${entity}`) },
  ])
  await log.append('first')
  await log.append('second')
  await vi.waitFor(() => expect(seen).toEqual(['sound first', 'sound second']))
  await vi.waitFor(async () => {
    expect(await log.events.consumers()).toEqual([
      { name: 'tests.broken', position: 0, lag: 2, failures: 1, error: 'Error: out of paper', retryAt: 1_002_000 },
      { name: 'tests.sound', position: 2, lag: 0, failures: 0, error: null, retryAt: 0 },
    ])
  })
  isBroken = false
  log.clock.now += 2000
  await log.append('third')
  await log.events.passed(3, soon())
  expect(seen.filter((line) => line.startsWith('broken'))).toEqual(['broken first', 'broken second', 'broken third'])
  expect(log.told).toEqual([{ err: new Error('out of paper'), consumer: 'tests.broken', position: 0 }])
  expect(await log.events.consumers()).toMatchObject([{ lag: 0, failures: 0, error: null, retryAt: 0 }, { lag: 0 }])
})

test('a consumer that takes its time keeps no other waiting', async () => {
  const gate = Promise.withResolvers<void>()
  const seen: string[] = []
  await using log = await createEventLog([
    { name: 'tests.slow', handle: () => gate.promise },
    { name: 'tests.quick', handle: async ({ entity }) => void seen.push(entity) },
  ])
  await log.append('first')
  await log.append('second')
  await vi.waitFor(() => expect(seen).toEqual(['first', 'second']))
  gate.resolve()
})

test('waiting for consumers ends when they have passed, or when the signal says so', async () => {
  const gate = Promise.withResolvers<void>()
  await using log = await createEventLog([{ name: 'tests.slow', handle: () => gate.promise }])
  await log.append('first')
  await expect(log.events.passed(1, AbortSignal.abort(new Error('no time')))).rejects.toThrow('no time')
  await expect(log.events.passed(1, AbortSignal.timeout(20))).rejects.toThrow('timeout')
  const passed = log.events.passed(1, soon())
  gate.resolve()
  await expect(passed).resolves.toBeUndefined()
})

test('who hears the log in memory hears what comes from now on, and a failure silences nobody', async () => {
  await using log = await createEventLog()
  await log.append('before')
  await log.read()
  await log.restart()
  const heard: string[] = []
  log.events.hear(() => {
    throw new Error('deaf')
  })
  const stop = log.events.hear(({ entity }) => void heard.push(entity))
  await log.append('first')
  await log.append('second')
  await vi.waitFor(() => expect(heard).toEqual(['first', 'second']))
  stop()
  await log.append('third')
  await log.read()
  expect(heard).toEqual(['first', 'second'])
  expect(log.told).toContainEqual({ err: new Error('deaf') })
})

test('old events go once every consumer has passed them, and the newest stays whatever its age', async () => {
  const gate = Promise.withResolvers<void>()
  const slow = async ({ entity }: StoredEvent) => (entity === 'third' ? gate.promise : undefined)
  await using log = await createEventLog([{ name: 'tests.slow', handle: slow }])
  const forget = () => log.db.write((tx) => log.events.removeOld(tx, { before: log.clock.now, most: 100 }))
  for (const entity of ['first', 'second']) await log.append(entity)
  await log.events.passed(2, soon())
  await log.append('third')
  await log.append('fourth')
  await log.read()
  log.clock.now += 1
  expect(await forget()).toBe(2)
  gate.resolve()
  await log.events.passed(4, soon())
  expect(await forget()).toBe(1)
  expect(entitiesOf(await log.read())).toEqual(['fourth'])
  await log.append('fifth')
  expect((await log.read()).map(({ position }) => position)).toEqual([4, 5])
})

test('old events go in portions, the oldest first', async () => {
  await using log = await createEventLog()
  for (const entity of ['first', 'second', 'third', 'fourth']) await log.append(entity)
  await log.read()
  log.clock.now += 1
  await log.db.write((tx) => log.events.removeOld(tx, { before: log.clock.now, most: 2 }))
  expect(entitiesOf(await log.read())).toEqual(['third', 'fourth'])
})

test('an epoch lasts as long as its record', async () => {
  await using log = await createEventLog()
  const epoch = await log.events.epoch()
  await log.restart()
  expect(await log.events.epoch()).toBe(epoch)
  await using other = await createEventLog()
  expect(await other.events.epoch()).not.toBe(epoch)
})
