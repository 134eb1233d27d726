import { expect, test, vi } from 'vitest'
import { readErrand, sendErrand } from '../../../../tests/world/errands.ts'
import { createNotesWorld, type NotesWorld } from '../../../../tests/world/notes-space.ts'
import { createTestDatabase } from '../../../../tests/world/postgres/database.ts'
import { jobTables } from '../schema.ts'
import { startHeartbeat } from './heartbeat.ts'

/** A beat is the longest that a connection may take, too. */
const pace = { lease: 2500, beat: 500 }
const holder = 'this process'
const waitFor = { timeout: 10_000 }

/** A job that `holder` has, on a queue where nothing else happens. */
async function holdErrand(world: NotesWorld) {
  const { id } = await sendErrand(world, { runAt: world.clock.now + 3_600_000 })
  const change = { state: 'running', holder, attempt: 1, lease_until: Date.now() + 3_600_000 }
  await world.core().db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', id).execute())
  return id
}

async function leaseOf(world: NotesWorld, id: string) {
  const query = jobTables(world.core().db.read).selectFrom('jobs').select('lease_until').where('id', '=', id)
  return (await query.executeTakeFirstOrThrow()).lease_until
}

function startBeating(world: NotesWorld, { url: databaseUrl }: { url: string }) {
  const cancelled: string[] = []
  const { db, log } = world.core()
  const context = { db, log, databaseUrl, now: Date.now }
  const heartbeat = startHeartbeat(context, {
    holder,
    pace,
    isBusy: () => true,
    onCancelled: (id) => cancelled.push(id),
  })
  return { cancelled, heartbeat }
}

function computeFor(milliseconds: number) {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('a process that computes without a pause keeps its leases (lease renewed by the thread that computes)', async () => {
  await using database = await createTestDatabase()
  await using world = await createNotesWorld({ config: { databaseUrl: database.url } })
  const id = await holdErrand(world)
  const { heartbeat } = startBeating(world, database)
  await vi.waitFor(async () => expect(await leaseOf(world, id)).toBeLessThan(Date.now() + 3_000_000), waitFor)
  computeFor(2 * pace.lease)
  expect(await leaseOf(world, id)).toBeGreaterThan(Date.now() - pace.lease / 2)
  await heartbeat.stop()
  await new Promise((resolve) => setTimeout(resolve, 2 * pace.lease))
  expect(await leaseOf(world, id)).toBeLessThan(Date.now())
  expect(await readErrand(world, { id })).toMatchObject({ state: 'running', attempt: 1 })
}, 30_000)

test('a job whose end could not be told loses its lease, and the others keep theirs', async () => {
  await using database = await createTestDatabase()
  await using world = await createNotesWorld({ config: { databaseUrl: database.url } })
  const [forsaken, kept] = [await holdErrand(world), await holdErrand(world)]
  const { heartbeat } = startBeating(world, database)
  await vi.waitFor(async () => expect(await leaseOf(world, forsaken)).toBeLessThan(Date.now() + 3_000_000), waitFor)
  heartbeat.forsake(forsaken)
  await vi.waitFor(async () => expect(await leaseOf(world, forsaken)).toBeLessThan(Date.now()), waitFor)
  expect(await leaseOf(world, kept)).toBeGreaterThan(Date.now())
  heartbeat.keep(forsaken)
  await vi.waitFor(async () => expect(await leaseOf(world, forsaken)).toBeGreaterThan(Date.now()), waitFor)
  await heartbeat.stop()
}, 30_000)

test('a job that was cancelled in another process is told with the next beat', async () => {
  await using database = await createTestDatabase()
  await using world = await createNotesWorld({ config: { databaseUrl: database.url } })
  const id = await holdErrand(world)
  const { heartbeat, cancelled } = startBeating(world, database)
  const change = { cancel_requested: 1 }
  await world.core().db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', id).execute())
  await vi.waitFor(() => expect(cancelled).toContain(id), waitFor)
  await heartbeat.stop()
}, 30_000)
