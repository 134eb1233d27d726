import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchApi } from '#core/search/contract'
import { createWorld, register } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const days = [
  '2026-01-01',
  '2026-01-02',
  '1965-06-01',
  '2026-01-02',
  '9999-12-31',
  '2026-01-03',
  '0001-01-01',
  '2026-01-02',
]

async function openDiary() {
  const world = await createWorld({ spaces: [journey] })
  const member = await register(world)
  const api = member.client(journeyApi)
  const neighbour = (await register(world)).client(journeyApi)
  const ids = new Map<string, string>()
  for (const [i, date] of days.entries()) {
    const { id } = await api.createSession({ body: { date, title: `Day ${i}` } })
    ids.set(id, date)
    await neighbour.createSession({ body: { date } })
  }
  return { world, member, api, ids }
}
type Diary = Awaited<ReturnType<typeof openDiary>>

async function readAll(
  { api }: Diary,
  query: { limit: number; order?: 'newest' | 'oldest'; from?: string; to?: string },
) {
  const seen: { id: string; date: string }[] = []
  let cursor: string | undefined
  do {
    const page = await api.listSessions({ query: { ...query, cursor } })
    seen.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return seen
}

describe('a list of sessions', () => {
  test('has every session once and in order, whatever the size of its pages', async () => {
    const diary = await openDiary()
    await using _ = diary.world
    const newest = (await readAll(diary, { limit: 100 })).map(({ id }) => id)
    expect(new Set(newest)).toEqual(new Set(diary.ids.keys()))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: days.length + 1 }),
        fc.constantFrom('newest' as const, 'oldest' as const),
        async (limit, order) => {
          const seen = (await readAll(diary, { limit, order })).map(({ id }) => id)
          expect(order === 'newest' ? seen : seen.toReversed()).toEqual(newest)
        },
      ),
      { numRuns: 15, seed: 1 },
    )
  })

  test('holds the days from … to, both included', async () => {
    const diary = await openDiary()
    await using _ = diary.world
    const day = fc.constantFrom(...days, '2025-12-31', '2026-01-04')
    await fc.assert(
      fc.asyncProperty(day, day, async (from, to) => {
        const seen = await readAll(diary, { limit: 3, from, to })
        const wanted = days.filter((date) => date >= from && date <= to)
        expect(seen.map(({ date }) => date)).toEqual(wanted.toSorted().toReversed())
      }),
      { numRuns: 15, seed: 1 },
    )
  })

  test('is not disturbed by what is added, moved or deleted while it is read', async () => {
    const diary = await openDiary()
    await using _ = diary.world
    const first = await diary.api.listSessions({ query: { limit: 3 } })
    await diary.api.createSession({ body: { date: '9999-12-30' } })
    const [gone] = first.items
    if (gone) await diary.api.deleteSession({ sessionId: gone.id })
    const rest = await diary.api.listSessions({ query: { limit: 100, cursor: first.next ?? '' } })
    const seen = [...first.items, ...rest.items].map(({ id }) => id)
    expect(new Set(seen)).toEqual(new Set(diary.ids.keys()))
    expect(seen).toHaveLength(days.length)
  })

  test('refuses days that do not exist and cursors that it did not make', async () => {
    const { world, api } = await openDiary()
    await using _ = world
    for (const query of [
      { from: '2026-02-30' },
      { to: 'yesterday' },
      { cursor: 'bm9uZQ' },
      { cursor: 'WzEsMl0' },
      { limit: 0 },
    ]) {
      await expect(api.listSessions({ query })).rejects.toMatchObject({ problem: { status: 400 } })
    }
  })
})

test('sessions from before 1970 are found like any other', async () => {
  const { world, member } = await openDiary()
  await using _ = world
  const { items } = await member.client(searchApi).search({ query: { q: 'day' } })
  expect(items).toHaveLength(days.length)
  expect(items.map(({ at }) => at)).toContain(Date.UTC(1965, 5, 1))
})
