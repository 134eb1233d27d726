import { expect, test } from 'vitest'
import { keyReused, Problem, replyNotKept, requestRunning, type ProblemKind } from '#contract/problem'
import { day } from '#std/duration'
import { createRecord, stoneTable, type RecordWorld } from '../../../../tests/world/record.ts'
import { collectLines } from '../../../../tests/world/lines.ts'
import { createLog } from '#core/observability'
import { longestKept } from '../limits.ts'
import { createIdempotency, pruneReplies } from './idempotency.ts'
import { withMarks } from './mark.ts'
import { httpMigrations, httpTables } from './schema.ts'

const request = { key: 'a key of the client', scope: ['ada', '/stones'], content: ['/stones', { name: 'slate' }] }

/** A server on a record; a second one on the same record is another process. */
async function createServer(record: RecordWorld) {
  await record.db.migrate([httpMigrations], 0)
  const clock = { now: 1_000_000 }
  const db = withMarks(record.db)
  const log = createLog({ level: 'info', to: collectLines().stream })
  const lay = (name: string) => db.write((tx) => stoneTable(tx).insertInto('stones').values({ name }).execute())
  return { clock, db, lay, ...createIdempotency({ db: record.db, log, now: () => clock.now }) }
}

const refused = async (call: Promise<unknown>, kind: ProblemKind) => {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  expect(error instanceof Problem && error.kind).toEqual(kind)
}

test('what was done once is answered again, and not done again', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  const act = async () => (await lay('slate'), '{"laid":1}')
  expect(await once(request, act)).toEqual({ text: '{"laid":1}', isReplayed: false })
  expect(await once(request, act)).toEqual({ text: '{"laid":1}', isReplayed: true })
  expect(await record.readStones()).toEqual(['slate'])
})

test('another content under the same key is refused; another person or endpoint is another request', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  await once(request, async () => (await lay('slate'), '1'))
  await refused(
    once({ ...request, content: ['/stones', { name: 'chalk' }] }, async () => (await lay('chalk'), '2')),
    keyReused,
  )
  expect(await record.readStones()).toEqual(['slate'])
  for (const scope of [['ben', '/stones'], ['ada', '/hills'], ['ada/stones']]) {
    const { isReplayed } = await once({ ...request, scope }, async () => (await lay(scope.join(' ')), '3'))
    expect(isReplayed).toBe(false)
  }
})

test('while the first still runs the second is refused, and gets its answer afterwards', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  const gate = Promise.withResolvers<void>()
  const first = once(request, async () => (await gate.promise, await lay('slate'), '1'))
  await refused(
    once(request, async () => '2'),
    requestRunning,
  )
  gate.resolve()
  await first
  expect(await once(request, async () => '3')).toEqual({ text: '1', isReplayed: true })
})

test('of two processes that run the same request at once only one does it', async () => {
  await using record = await createRecord()
  const servers = [await createServer(record), await createServer(record)]
  const gate = Promise.withResolvers<void>()
  let atWork = 0
  const act = async (lay: (name: string) => Promise<unknown>, name: string) => {
    if ((atWork += 1) === servers.length) gate.resolve()
    await gate.promise
    await lay(name)
    return name
  }
  const outcomes = await Promise.allSettled(
    servers.map(({ once, lay }, i) => once(request, () => act(lay, `stone ${i}`))),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await record.readStones()).toHaveLength(1)
})

test('after a fault before the effect the request runs again; after one behind it, it does not', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  const fault = new Error('the power went')
  const fail = () => Promise.reject(fault)
  await expect(once(request, fail)).rejects.toBe(fault)
  await expect(once(request, async () => (await lay('slate'), fail()))).rejects.toBe(fault)
  await refused(
    once(request, async () => (await lay('slate again'), '1')),
    replyNotKept,
  )
  expect(await record.readStones()).toEqual(['slate'])
})

test('a write that is rolled back takes its mark along, and the next one leaves it', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  await lay('slate')
  const act = async () => (await lay('slate').catch(() => undefined), await lay('chalk'), '1')
  expect(await once(request, act)).toEqual({ text: '1', isReplayed: false })
  expect(await once(request, act)).toEqual({ text: '1', isReplayed: true })
  expect(await record.readStones()).toEqual(['chalk', 'slate'])
})

test('a request that changes nothing leaves nothing and runs each time', async () => {
  await using record = await createRecord()
  const { once } = await createServer(record)
  expect(await once(request, async () => '1')).toEqual({ text: '1', isReplayed: false })
  expect(await once(request, async () => '2')).toEqual({ text: '2', isReplayed: false })
  expect(await httpTables(record.db.read).selectFrom('http_idempotency').select('id').execute()).toEqual([])
})

test('what is written outside of a request, or woken by one, leaves no mark', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  const woken: Promise<unknown>[] = []
  const stop = record.db.onCommit(() => {
    if (woken.length === 0) woken.push(lay('woken'))
  })
  await lay('outside')
  await once(request, async () => (await lay('slate'), '1'))
  await Promise.all(woken)
  stop()
  expect(await httpTables(record.db.read).selectFrom('http_idempotency').select('id').execute()).toHaveLength(1)
})

test('a reply that is too long is not kept, but its request is not done twice', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  const act = async () => (await lay('slate'), 'x'.repeat(longestKept + 1))
  expect((await once(request, act)).text).toHaveLength(longestKept + 1)
  await refused(once(request, act), replyNotKept)
})

test('the record can neither read the replies that it keeps nor name their keys', async () => {
  await using record = await createRecord()
  const { once, lay } = await createServer(record)
  await once(request, async () => (await lay('slate'), 'the secret of a new key'))
  const rows = await httpTables(record.db.read).selectFrom('http_idempotency').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/secret|a key of the client|ada/)
  expect((await once(request, async () => '')).text).toBe('the secret of a new key')
})

test('after a day the key is free again, and what it kept is removed', async () => {
  await using record = await createRecord()
  const { once, lay, clock } = await createServer(record)
  await once(request, async () => (await lay('slate'), '1'))
  await once({ ...request, key: 'old' }, async () => (await lay('old'), '1'))
  clock.now += day - 1
  expect((await once(request, async () => '2')).isReplayed).toBe(true)
  clock.now += 1
  expect(await once(request, async () => (await lay('chalk'), '3'))).toEqual({ text: '3', isReplayed: false })
  expect(await once(request, async () => '4')).toEqual({ text: '3', isReplayed: true })
  await record.db.write((tx) => pruneReplies(tx, clock.now))
  expect(await httpTables(record.db.read).selectFrom('http_idempotency').select('id').execute()).toHaveLength(1)
})
