import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Reader } from '#core/db'
import { createErrandWorld } from '../../../tests/world/errands.ts'
import { dueAtAll, dueInTurn } from './run/claim.ts'
import { orphans } from './run/leases.ts'

const Plan = z.array(z.object({ detail: z.string() }))

/** How SQLite would go about a query, step by step. */
async function explain(read: Reader, query: { compile(): CompiledQuery }) {
  const { sql, parameters } = query.compile()
  const { rows } = await read.executeQuery(CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]))
  return Plan.parse(rows).map(({ detail }) => detail)
}

test('a claim reads the queue in its order and sorts nothing, however long the queue is', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { read } = world.core().db
  const due = { kinds: ['tests.errand'], at: 0 }
  const claim = await explain(read, dueInTurn(read, due).limit(128))
  expect(claim[0]).toContain('jobs_in_turn')
  expect(claim.join('\n')).not.toContain('TEMP B-TREE')
  expect((await explain(read, dueAtAll(read, due)))[0]).toContain('jobs_due')
})

test.each([[[]], [['a', 'b']]])(
  'whoever looks for orphans besides %j reads none of the jobs that ended',
  async (running) => {
    await using world = await createErrandWorld({ run: async () => {} })
    const { read } = world.core().db
    const [first] = await explain(read, orphans(read, { running, at: 0 }).limit(1))
    expect(first).toContain('jobs_held')
  },
)
