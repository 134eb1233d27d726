import { expect, test, vi } from 'vitest'
import { createRecord } from '../../../tests/world/record.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { createEvents, eventsMigrations, type FollowingConsumer, type StoredEvent } from './events.ts'

const owner = 'ada'
const news = (entity: string) =>
  ({ name: 'tests.thing-happened', topic: 'tests', entity, owner, actor: owner }) as const

/** A log on its own record, with consumers of the test's own. */
async function createLog(consumers: readonly FollowingConsumer[] = []) {
  const record = await createRecord()
  await record.db.migrate([eventsMigrations], 0)
  const clock = { now: 1_000_000 }
  const told: object[] = []
  const open = () => {
    const log = { error: (fields: object) => told.push(fields) }
    const events = createEvents({ db: record.db, now: () => clock.now, newId: () => `epoch-${Math.random()}`, log })
    for (const consumer of consumers) events.addFollowing(consumer)
    return events
  }
  return Object.assign(record, { clock, told, open })
}

type Log = Awaited<ReturnType<typeof createLog>>
const append = ({ db }: Log, events: ReturnType<Log['open']>, entity: string) =>
  db.write((tx) => events.append(tx, news(entity)))

const entitiesOf = (list: readonly StoredEvent[]) => list.map(({ entity }) => entity)

test('positions are the order of the commits, and a refused write takes none (outbox read by id)', async () => {
  await using log = await createLog()
  const events = log.open()
  const outcomes = await Promise.allSettled([
    append(log, events, 'first'),
    log.db.write(async (tx) => {
      await events.append(tx, news('refused'))
      throw new Error('changed my mind')
    }),
    append(log, events, 'second'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const stored = await events.after(0, 10)
  expect(entitiesOf(stored)).toEqual(['first', 'second'])
  expect(stored.map(({ position }) => position)).toEqual([1, 2])
  expect(await events.latestPosition()).toBe(2)
})

test('whoever reads behind the log while writes go on misses nothing (outbox read by id)', async () => {
  await using log = await createLog()
  const events = log.open()
  const seen: string[] = []
  let position = 0
  const readOn = async () => {
    const fresh = await events.after(position, 7)
    seen.push(...entitiesOf(fresh))
    position = fresh.at(-1)?.position ?? position
    return fresh.length
  }
  const writing = Promise.all(Array.from({ length: 300 }, (_, i) => append(log, events, String(i))))
  for (let i = 0; i < 60; i += 1) await readOn().then(() => new Promise((resolve) => setImmediate(resolve)))
  await writing
  while ((await readOn()) > 0);
  expect(seen).toEqual(Array.from({ length: 300 }, (_, i) => String(i)))
})

test('an inline consumer is part of the write: when it throws, nothing of the write is kept', async () => {
  await using log = await createLog()
  const events = log.open()
  events.addInline({
    name: 'tests.picky',
    async handle(_, { entity }) {
      if (entity === 'bad') throw new Error('not this one')
    },
  })
  await append(log, events, 'good')
  await expect(append(log, events, 'bad')).rejects.toThrow('not this one')
  expect(entitiesOf(await events.after(0, 10))).toEqual(['good'])
})

test('a log is read by topic and owner alone', async () => {
  await using log = await createLog()
  const events = log.open()
  await append(log, events, 'mine')
  await log.db.write((tx) => events.append(tx, { ...news('foreign'), owner: 'bob' }))
  await log.db.write((tx) => events.append(tx, { ...news('elsewhere'), topic: 'others' }))
  expect(entitiesOf(await events.afterFor({ topic: 'tests', owner, position: 0 }, 10))).toEqual(['mine'])
})

test('a following consumer sees every event once in order, and goes on there after a restart', async () => {
  const seen: string[] = []
  await using log = await createLog([{ name: 'tests.reader', handle: async ({ entity }) => void seen.push(entity) }])
  const events = log.open()
  await append(log, events, 'before')
  await events.start()
  await append(log, events, 'during')
  await events.passed(2, AbortSignal.timeout(5000))
  await events.stop()
  const again = log.open()
  await append(log, again, 'after')
  await again.start()
  await again.passed(3, AbortSignal.timeout(5000))
  await again.stop()
  expect(seen).toEqual(['before', 'during', 'after'])
})

test('a failing consumer tries the same event again after a pause, and blocks no other', async () => {
  const seen: string[] = []
  let isBroken = true
  const consumers = [
    {
      name: 'tests.broken',
      async handle({ entity }: StoredEvent) {
        if (isBroken) throw new Error('out of paper')
        seen.push(`broken ${entity}`)
      },
    },
    { name: 'tests.sound', handle: async ({ entity }: StoredEvent) => void seen.push(`sound ${entity}`) },
  ]
  await using log = await createLog(consumers)
  const events = log.open()
  await events.start()
  await append(log, events, 'first')
  await append(log, events, 'second')
  await vi.waitFor(() => expect(seen).toEqual(['sound first', 'sound second']))
  isBroken = false
  log.clock.now += 2000
  await append(log, events, 'third')
  await events.passed(3, AbortSignal.timeout(5000))
  await events.stop()
  expect(seen.filter((line) => line.startsWith('broken'))).toEqual(['broken first', 'broken second', 'broken third'])
  expect(log.told).toEqual([{ err: new Error('out of paper'), consumer: 'tests.broken', position: 0 }])
})

test('a consumer that takes its time keeps no other waiting', async () => {
  const gate = Promise.withResolvers<void>()
  const seen: string[] = []
  await using log = await createLog([
    { name: 'tests.slow', handle: () => gate.promise },
    { name: 'tests.quick', handle: async ({ entity }) => void seen.push(entity) },
  ])
  const events = log.open()
  await events.start()
  await append(log, events, 'first')
  await append(log, events, 'second')
  await vi.waitFor(() => expect(seen).toEqual(['first', 'second']))
  gate.resolve()
  await events.stop()
})

test('waiting for consumers ends when they have passed, or when the signal says so', async () => {
  const gate = Promise.withResolvers<void>()
  await using log = await createLog([{ name: 'tests.slow', handle: () => gate.promise }])
  const events = log.open()
  await events.start()
  const { position } = await append(log, events, 'first')
  await expect(events.passed(position, AbortSignal.abort(new Error('no time')))).rejects.toThrow('no time')
  await expect(events.passed(position, AbortSignal.timeout(20))).rejects.toThrow('timeout')
  const passed = events.passed(position, AbortSignal.timeout(5000))
  gate.resolve()
  await expect(passed).resolves.toBeUndefined()
  await events.stop()
})

test('an epoch lasts as long as its record', async () => {
  await using world = await createNotesWorld()
  const epoch = await world.core().events.epoch()
  await world.restart()
  expect(await world.core().events.epoch()).toBe(epoch)
  await using other = await createNotesWorld()
  expect(await other.core().events.epoch()).not.toBe(epoch)
})
