import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Send } from '#contract/client'
import { apiPrefix, type Endpoint } from '#contract/endpoint'
import { makeObject } from '../../../../tests/matrix/objects.ts'
import { createWorld, register, registerAdministrator, type World } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const missing = '01a1f950-0000-7000-8000-000000000000'
const endpoints: [string, Endpoint][] = Object.entries(journeyApi)
const aboutOneThing = endpoints.filter(([name, { path }]) => path.includes(':') || name === 'getGraph')
/** A body that each endpoint would take. */
const bodies: Record<string, object> = {
  createSession: {},
  updateSession: { title: 'Mine now' },
  addContent: { text: 'I was here.' },
  previewContent: { text: 'I was here.' },
  decideElement: { status: 'rejected' },
  shareSession: {},
  updateAction: { title: 'Mine now' },
  answerQuestion: { answer: 'not-yet' },
  changeTopic: { label: 'Mine now' },
}
const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
const names = new Set(['sessionId', ...endpoints.flatMap(([, { path }]) => namesIn(path))])
/** What stands in the path for each of them. */
type Ids = Record<string, string>
const named = (id: string): Ids => Object.fromEntries([...names].map((name) => [name, id]))

let world: World
let owner: Send
let stranger: Send
let ids: Ids
let before: unknown
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
  const administrator = await registerAdministrator(world)
  const member = await register(world)
  owner = member.send
  stranger = (await register(world)).send
  ids = {}
  for (const name of names) ids[name] = await makeObject(name, { world, owner: member, administrator })
  expect(Object.values(ids)).not.toContain('')
  before = await readOwn()
})
afterAll(() => world[Symbol.asyncDispose]())

const readOwn = () =>
  Promise.all(aboutOneThing.filter(([, { method }]) => method === 'GET').map((endpoint) => call(owner, endpoint, ids)))

async function call(send: Send, [name, { method, path }]: [string, Endpoint], ids: Ids) {
  const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))
  const query = name === 'getGraph' ? `?around=${ids['sessionId']}` : ''
  const body = bodies[name]
  const headers = body ? { 'content-type': 'application/json' } : {}
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
  const reply = await send(`${apiPrefix}${address}${query}`, init)
  return { status: reply.status, text: await reply.text() }
}

describe('who is not signed in is refused', () => {
  test.each(endpoints.filter(([, { access }]) => access !== 'public'))('%s', async (...endpoint) => {
    expect((await call(world.send, endpoint, ids)).status).toBe(401)
  })
})

describe("another person's thing is answered in the words for one that does not exist", () => {
  test.each(aboutOneThing)('%s', async (...endpoint) => {
    const foreign = await call(stranger, endpoint, ids)
    expect(foreign.status).toBe(404)
    expect(foreign).toEqual(await call(stranger, endpoint, named(missing)))
    expect(foreign).toEqual(await call(stranger, endpoint, named("' or 1=1 --")))
  })
})

test('and stays as it was', async () => {
  expect(await readOwn()).toEqual(before)
})

test('everybody has a graph and a list of their own', async () => {
  const other = await register(world)
  await makeObject('sessionId', { world, owner: other, administrator: other })
  const api = other.client(journeyApi)
  const { nodes } = await api.getGraph({ query: { around: 'emotion:anxious', depth: 3 } })
  expect(nodes.filter(({ kind }) => kind === 'session')).toHaveLength(1)
  expect((await api.listSessions()).items).toHaveLength(1)
})
