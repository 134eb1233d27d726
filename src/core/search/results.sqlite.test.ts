import { expect, test } from 'vitest'
import { minute } from '#std/duration'
import { enterWithNotes } from '../../../tests/world/note-search.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { readLog } from '../../../tests/world/read-log.ts'
import { eventually } from '../../../tests/world/world.ts'

const wall = { title: 'Wall', text: 'A red stone lies on the old wall.', tags: ['work', 'deep garden'] }
const river = { title: 'River', text: 'The stone was carried by water. Running helps.', tags: ['rest'] }

test('the same search is answered from the cache until something of this person changes', async () => {
  await using world = await createNotesWorld()
  const heard: number[] = []
  world.core().events.hear(({ position }) => void heard.push(position))
  const { api, find } = await enterWithNotes(world, wall)
  const stranger = await enterWithNotes(world)
  const computed = async () => {
    const page = await (await world.send('/metrics', {})).text()
    return Number(/cache="search.results",outcome="miss"\} (\d+)/.exec(page)?.[1] ?? 0)
  }
  const computedBy = async (act: () => Promise<unknown>) => {
    const before = await computed()
    await act()
    return (await computed()) - before
  }
  const findStone = () => find('stone')
  // What the log still has to tell of the beginning drops what is kept.
  const last = (await readLog(world.core())).at(-1)
  await eventually(
    async () => heard.at(-1),
    (position) => position === last?.position,
  )
  await findStone()
  expect(await computedBy(findStone)).toBe(0)
  await stranger.api.writeNote({ body: river })
  expect(await computedBy(findStone)).toBe(0)
  await api.writeNote({ body: river })
  expect(await computedBy(findStone)).toBe(1)
  world.clock.now += 5 * minute
  expect(await computedBy(findStone)).toBe(1)
})
