import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createRecord, type RecordWorld } from '../../../tests/world/record.ts'
import { readPage, type Reader } from './db.ts'

interface Stone {
  id: string
  place: number
  colour: string
}

const table = (reader: Reader) => reader.$extendTables<{ placed_stones: Stone }>()
const placed = {
  module: 'placed-stones',
  migrations: [
    {
      name: '0001-create-placed-stones',
      statements: ['create table placed_stones (id text primary key, place bigint not null, colour text not null)'],
    },
  ],
} as const

const colours = ['amber', 'blue', 'grey']
const idOf = (number: number) => String(number).padStart(4, '0')
/** Few places and colours, so that many stones share one. */
const somePlaces = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 20 })
const aDirection = fc.constantFrom('asc' as const, 'desc' as const)

async function lay({ db }: RecordWorld, stones: readonly Stone[]) {
  await db.write(async (tx) => {
    await table(tx).deleteFrom('placed_stones').execute()
    await table(tx).insertInto('placed_stones').values(stones).execute()
  })
}

const stonesAt = (places: readonly number[]): Stone[] =>
  places.map((place, i) => ({ id: idOf(i), place, colour: colours[Math.abs(place) % colours.length] ?? '' }))

interface Asked {
  direction: 'asc' | 'desc'
  limit: number
  /** Called between two pages. */
  between?: () => Promise<void>
}

async function readByPlace({ db }: RecordWorld, { direction, limit, between }: Asked) {
  const seen: Stone[] = []
  let cursor: string | undefined
  do {
    const order = { by: 'place', key: z.int(), direction } as const
    const page = await readPage(table(db.read).selectFrom('placed_stones').selectAll(), order, { cursor, limit })
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    seen.push(...page.rows)
    cursor = page.next ?? undefined
    if (cursor !== undefined) await between?.()
  } while (cursor !== undefined)
  return seen
}

const inOrder = (stones: readonly Stone[], direction: 'asc' | 'desc') => {
  const sorted = stones.toSorted((a, b) => a.place - b.place || a.id.localeCompare(b.id))
  return direction === 'asc' ? sorted : sorted.reverse()
}

test('pages hold every row once and in order, whatever their size and however many sort keys are equal', async () => {
  await using record = await createRecord()
  await record.db.migrate([placed], 0)
  await fc.assert(
    fc.asyncProperty(somePlaces, aDirection, fc.integer({ min: 1, max: 21 }), async (places, direction, limit) => {
      const stones = stonesAt(places)
      await lay(record, stones)
      expect(await readByPlace(record, { direction, limit })).toEqual(inOrder(stones, direction))
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('what is added while a list is read disturbs nothing that was there', async () => {
  await using record = await createRecord()
  await record.db.migrate([placed], 0)
  await fc.assert(
    fc.asyncProperty(somePlaces, somePlaces, aDirection, async (places, late, direction) => {
      const stones = stonesAt(places)
      await lay(record, stones)
      const waiting = late.map((place, i) => ({ id: idOf(i * 3 + 100), place, colour: 'late' }))
      const add = async () => {
        const next = waiting.pop()
        if (next) await record.db.write((tx) => table(tx).insertInto('placed_stones').values(next).execute())
      }
      const seen = await readByPlace(record, { direction, limit: 2, between: add })
      expect(seen.filter(({ colour }) => colour !== 'late')).toEqual(inOrder(stones, direction))
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    }),
    { numRuns: 40, seed: 1 },
  )
})

test('a list may be sorted by text, and a cursor of another list is refused', async () => {
  await using record = await createRecord()
  await record.db.migrate([placed], 0)
  await lay(record, stonesAt([2, 0, 1, 0]))
  const query = table(record.db.read).selectFrom('placed_stones').selectAll()
  const byColour = { by: 'colour', key: z.string(), direction: 'asc' } as const
  const first = await readPage(query, byColour, { limit: 3 })
  const second = await readPage(query, byColour, { limit: 3, cursor: first.next ?? '' })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(['0001', '0003', '0002', '0000'])
  const byPlace = { by: 'place', key: z.int(), direction: 'asc' } as const
  await expect(readPage(query, byPlace, { limit: 3, cursor: first.next ?? '' })).rejects.toThrow('not of this list')
})
