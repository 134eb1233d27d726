import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { accountApi } from '#core/auth/contract'
import { jobsApi } from '#core/jobs/contract'
import { minute } from '#std/duration'
import { eventsOf, follow, openLive, type LiveClient } from '../../../tests/world/live-client.ts'
import { readLog } from '../../../tests/world/read-log.ts'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { tell } from '../../../tests/world/notes-table.ts'
import { listen } from '../../../tests/world/port.ts'
import { eventually, register } from '../../../tests/world/world.ts'

/** Appends events of the notes, in writes of at most fifty. */
async function happen(world: NotesWorld, owner: string, entities: readonly string[]) {
  const core = world.core()
  for (let start = 0; start < entities.length; start += 50)
    await core.db.write(async (tx) => {
      for (const id of entities.slice(start, start + 50))
        await tell(core, tx, { owner, id, name: 'notes.note-changed' })
    })
}

const entitiesOf = (live: LiveClient) => eventsOf(live).map(({ entity }) => entity)
const untilSeen = (live: LiveClient, count: number) =>
  eventually(
    async () => entitiesOf(live),
    (entities) => entities.length >= count,
  )
const quiet = () => new Promise((resolve) => setTimeout(resolve, 80))
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, i) => String(from + i))

test('without signing in nothing is subscribed, and a wrong token closes the connection', async () => {
  await using world = await createNotesWorld()
  const { id, token } = await register(world)
  using live = await openLive(await listen(world))
  live.send({ type: 'subscribe', topic: 'notes' })
  expect(await live.next('refused')).toMatchObject({ detail: 'Sign in first.' })
  live.socket.send('{"type":"sign-in"')
  expect(await live.next('refused')).toMatchObject({ detail: 'This frame is not understood.' })
  await happen(world, id, ['1'])
  live.send({ type: 'sign-in', token: `${token}x` })
  expect(await live.closed).toBe(1008)
  expect(live.frames.map(({ type }) => type)).toEqual(['refused', 'refused'])
})

test('events of a topic arrive in order, with their names and without those of other topics', async () => {
  await using world = await createNotesWorld()
  const { client, token } = await register(world)
  const { live, subscribed } = await follow(await listen(world), token)
  using _ = live
  const notes = client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'Wall' } })
  await notes.deleteNote({ noteId })
  await client(accountApi).updateAccount({ body: { name: 'Other' } })
  await untilSeen(live, 2)
  await quiet()
  expect(subscribed.recovered).toBe(false)
  expect(eventsOf(live).map(({ name, entity, topic }) => [name, entity, topic])).toEqual([
    ['notes.note-written', noteId, 'notes'],
    ['notes.note-changed', noteId, 'notes'],
  ])
  live.send({ type: 'unsubscribe', topic: 'notes' })
  live.send({ type: 'subscribe', topic: 'elsewhere' })
  await live.next('subscribed')
  await notes.writeNote({ body: { title: 'Unseen' } })
  await quiet()
  expect(eventsOf(live)).toHaveLength(2)
})

test('events and signals of another person never arrive, live or replayed', async () => {
  await using world = await createNotesWorld()
  const { token } = await register(world)
  const other = await register(world)
  const port = await listen(world)
  const { live, subscribed } = await follow(port, token)
  using _ = live
  live.send({ type: 'subscribe', topic: 'jobs' })
  await live.next('subscribed')
  const notes = other.client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'Secret' } })
  const { id: jobId } = await notes.printNote({ noteId })
  await eventually(
    () => other.client(jobsApi).getJob({ jobId }),
    ({ state }) => state === 'done',
  )
  const again = await follow(port, token, subscribed)
  using __ = again.live
  await quiet()
  expect(again.subscribed.recovered).toBe(true)
  for (const { frames } of [live, again.live])
    expect(frames.filter(({ type }) => type === 'event' || type === 'signal')).toEqual([])
})

/** A small generator with a seed (mulberry32), so that a failed round can be run again. */
function createChance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test.each([1, 2, 3, 4])(
  'whoever loses the connection again and again misses nothing and sees nothing twice (seed %i)',
  async (seed) => {
    await using world = await createNotesWorld()
    const { id, token } = await register(world)
    const port = await listen(world)
    const chance = createChance(seed)
    const { live, subscribed } = await follow(port, token)
    const seen: string[] = []
    let current = live
    let at = { epoch: subscribed.epoch, position: subscribed.position }
    const total = 400
    const writing = (async () => {
      for (let from = 0; from < total; from += 20) {
        await happen(world, id, numbers(20, from))
        await new Promise((resolve) => setTimeout(resolve, chance(12)))
      }
    })()
    const drop = () => {
      current.socket.terminate()
      seen.push(...entitiesOf(current))
      at = { ...at, position: eventsOf(current).at(-1)?.position ?? at.position }
    }
    for (let round = 0; round < 8; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, chance(40)))
      drop()
      const next = await follow(port, token, at)
      expect(next.subscribed).toMatchObject({ recovered: true, position: at.position })
      current = next.live
    }
    await writing
    await untilSeen(current, total - seen.length)
    drop()
    expect(seen).toEqual(numbers(total))
  },
)

test('a position is of use in its own life of the log only, and not before it was reached', async () => {
  await using world = await createNotesWorld()
  const { id, token } = await register(world)
  const port = await listen(world)
  const { live, subscribed } = await follow(port, token)
  live[Symbol.dispose]()
  for (const from of [
    { epoch: 'another life', position: subscribed.position },
    { position: subscribed.position },
    { epoch: subscribed.epoch },
    { epoch: subscribed.epoch, position: subscribed.position + 100 },
  ]) {
    const lost = await follow(port, token, from)
    using _ = lost.live
    expect(lost.subscribed.recovered).toBe(false)
    await happen(world, id, ['live again'])
    await untilSeen(lost.live, 1)
    expect(entitiesOf(lost.live)).toEqual(['live again'])
  }
})

test('a gap of a thousand events is replayed, a longer one is fetched again', async () => {
  await using world = await createNotesWorld()
  const { id, token } = await register(world)
  const port = await listen(world)
  const { live, subscribed } = await follow(port, token)
  live[Symbol.dispose]()
  await happen(world, id, numbers(1000))
  await readLog(world.core())
  const whole = await follow(port, token, subscribed)
  using _ = whole.live
  expect(whole.subscribed.recovered).toBe(true)
  await untilSeen(whole.live, 1000)
  expect(entitiesOf(whole.live)).toEqual(numbers(1000))
  await happen(world, id, ['one too many'])
  await readLog(world.core())
  const cut = await follow(port, token, subscribed)
  using __ = cut.live
  await quiet()
  expect(cut.subscribed.recovered).toBe(false)
  expect(eventsOf(cut.live)).toEqual([])
})

test('a reader that does not keep up is told to fetch again, and never fed without bound', async () => {
  await using world = await createNotesWorld()
  const { id, token } = await register(world)
  const { live } = await follow(await listen(world), token)
  using _ = live
  live.socket.pause()
  const core = world.core()
  const payload = { text: 'x'.repeat(100_000) }
  const news = { name: 'notes.note-changed', topic: 'notes', entity: 'big', owner: id, actor: id, payload } as const
  for (let i = 0; i < 200; i += 1) await core.db.write((tx) => core.events.append(tx, news))
  await quiet()
  const held = [...world.app.http.websocketServer.clients].map(({ bufferedAmount }) => bufferedAmount)
  expect(held[0]).toBeLessThan(300_000)
  live.socket.resume()
  await live.next('resync')
  expect(eventsOf(live).length).toBeLessThan(200)
  expect(live.frames.filter(({ type }) => type === 'resync').length).toBeLessThan(5)
  await happen(world, id, ['after'])
  await eventually(
    async () => entitiesOf(live).at(-1),
    (entity) => entity === 'after',
  )
})

test('a page of another site is refused, the own one and programs are not', async () => {
  await using world = await createNotesWorld({ config: { publicAddress: 'https://cairn.example' } })
  const port = await listen(world)
  const { token } = await register(world)
  for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${port + 1}`, 'http://cairn.example.evil']) {
    using live = await openLive(port, { origin })
    expect(await live.closed, origin).toBe(1008)
  }
  for (const headers of [{}, { origin: `http://127.0.0.1:${port}` }, { origin: 'https://cairn.example' }]) {
    using live = await openLive(port, headers)
    live.send({ type: 'sign-in', token })
    await live.next('signed-in')
  }
})

test('signing out closes the connections of that sign-in', async () => {
  await using world = await createNotesWorld()
  const { client, token } = await register(world)
  const other = await register(world)
  const port = await listen(world)
  const { live } = await follow(port, token)
  const bystander = await follow(port, other.token)
  using _ = bystander.live
  await client(accountApi).signOut()
  expect(await live.closed).toBe(1008)
  await happen(world, other.id, ['still here'])
  await untilSeen(bystander.live, 1)
})

test('a token that has run out opens nothing', async () => {
  await using world = await createNotesWorld()
  const { token } = await register(world, 'Ada')
  const port = await listen(world)
  world.clock.now += 11 * minute
  using live = await openLive(port)
  live.send({ type: 'sign-in', token })
  expect(await live.closed).toBe(1008)
})

test('the progress of a job passes by as a signal, at most four times a second', async () => {
  await using world = await createNotesWorld()
  const { client, token } = await register(world)
  const { live } = await follow(await listen(world), token, { topic: 'jobs' })
  using _ = live
  const notes = client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'Wall' } })
  const { id: jobId } = await notes.printNote({ noteId })
  await eventually(
    async () => eventsOf(live),
    (events) => events.some(({ payload }) => payload.state === 'done'),
  )
  const signals = live.frames.filter((frame) => frame.type === 'signal')
  expect(signals.length).toBeLessThanOrEqual(2)
  for (const { name, payload } of signals) expect({ name, id: payload.id }).toEqual({ name: 'progress', id: jobId })
  expect(eventsOf(live).map(({ payload }) => payload.state)).toEqual(['queued', 'done'])
})

test('a connection holds fifty topics, and subscribing to one of them again is no further one', async () => {
  await using world = await createNotesWorld()
  const { token } = await register(world)
  const { live } = await follow(await listen(world), token)
  using _ = live
  for (let i = 1; i < 50; i += 1) live.send({ type: 'subscribe', topic: `topic ${i}` })
  for (let i = 1; i < 50; i += 1) await live.next('subscribed')
  live.send({ type: 'subscribe', topic: 'one too many' })
  expect(await live.next('refused')).toMatchObject({ topic: 'one too many' })
  live.send({ type: 'subscribe', topic: 'notes' })
  expect(await live.next('subscribed')).toMatchObject({ topic: 'notes' })
})

test('a stop closes the connections, and an upgrade elsewhere is no connection', async () => {
  await using world = await createNotesWorld()
  const { token } = await register(world)
  const port = await listen(world)
  const { live } = await follow(port, token)
  const elsewhere = new WebSocket(`ws://127.0.0.1:${port}/api/v1/welcome`)
  await new Promise((resolve) => elsewhere.on('close', resolve).on('error', () => {}))
  await world.restart()
  expect([1001, 1005]).toContain(await live.closed)
})
