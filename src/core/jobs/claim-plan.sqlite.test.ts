import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createErrandWorld } from '../../../tests/world/errands.ts'
import { dueAtAll, dueInTurn } from './run/claim.ts'

const Plan = z.array(z.object({ detail: z.string() }))

test('a claim reads the queue in its order and sorts nothing, however long the queue is', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { read } = world.core().db
  const plans = [
    dueInTurn(read, { kinds: ['tests.errand'], at: 0 }).limit(128),
    dueAtAll(read, { kinds: ['tests.errand'], at: 0 }),
  ].map(async (query) => {
    const { sql, parameters } = query.compile()
    const { rows } = await read.executeQuery(CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]))
    return Plan.parse(rows).map(({ detail }) => detail)
  })
  const [claim, any] = await Promise.all(plans)
  expect(claim?.[0]).toContain('jobs_in_turn')
  expect(claim?.join('\n')).not.toContain('TEMP B-TREE')
  expect(any?.[0]).toContain('jobs_due')
})
