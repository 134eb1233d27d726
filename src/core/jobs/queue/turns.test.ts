import { expect, test } from 'vitest'
import { createErrandWorld, errandOwner, sendErrand, untilErrandIs } from '../../../../tests/world/errands.ts'
import { eventually } from '../../../../tests/world/world.ts'
import { jobTables } from '../schema.ts'
import { createRegistry } from '../registry.ts'
import { createTurns } from './turns.ts'

const errand = { kind: 'tests.errand', priority: 0 }

async function createRecord() {
  const world = await createErrandWorld({ run: async () => {} })
  const { db } = world.core()
  return { world, db, startProcess: () => createTurns({ db, registry: createRegistry() }) }
}

test('a process that only enqueues joins at the turn that another one serves', async () => {
  const { world, startProcess } = await createRecord()
  await using _ = world
  const [api, worker, other] = [startProcess(), startProcess(), startProcess()]
  worker.serve({ ...errand, owner: 'somebody', turn: 40 })
  await worker.exchange()
  other.serve({ ...errand, owner: 'somebody', turn: 30 })
  await other.exchange()
  await api.exchange()
  expect([api, other].map((turns) => turns.next({ ...errand, owner: 'new' }))).toEqual([41, 41])
  expect(api.next({ ...errand, priority: 5, owner: 'new' })).toBe(1)
})

test('a start joins at the turn that was served before it, though nothing waits any more', async () => {
  const { world, startProcess } = await createRecord()
  await using _ = world
  const worker = startProcess()
  worker.serve({ ...errand, owner: 'somebody', turn: 40 })
  await worker.exchange()
  const turns = startProcess()
  await turns.load()
  expect(turns.next({ ...errand, owner: 'new' })).toBe(41)
})

test('what a killed process began and could not tell is served all the same', async () => {
  const { world, db, startProcess } = await createRecord()
  await using _ = world
  const job = await sendErrand(world)
  await untilErrandIs(world, job, 'done')
  const change = { state: 'running', holder: 'a dead worker', turn: 70, lease_until: world.clock.now + 1000 }
  await db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', job.id).execute())
  const turns = startProcess()
  await turns.load()
  expect(turns.next({ ...errand, owner: errandOwner })).toBe(71)
})

test('a process that runs jobs tells what it serves, again and again', async () => {
  const { world, db } = await createRecord()
  await using _ = world
  // Nothing else has this priority.
  const line = jobTables(db.read).selectFrom('job_turns').select('served').where('line', '=', '7 heavy')
  for (const turn of [1, 2]) {
    await untilErrandIs(world, await sendErrand(world, { priority: 7 }), 'done')
    await eventually(
      () => line.executeTakeFirst(),
      (told) => told?.served === turn,
    )
  }
})
