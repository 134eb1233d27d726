import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Send } from '#contract/client'
import { apiPrefix, type Endpoint } from '#contract/endpoint'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, type World } from '../../../../tests/world/world.ts'
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
}

let world: World
let owner: Send
let stranger: Send
let ids: { sessionId: string; elementId: string }
let before: unknown
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
  const member = await register(world)
  owner = member.send
  stranger = (await register(world)).send
  ids = await writeSession(member)
  before = await readOwn()
})
afterAll(() => world[Symbol.asyncDispose]())

async function writeSession(member: Awaited<ReturnType<typeof register>>) {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: {} })
  await untilEnded(member, (await api.addContent({ sessionId, body: { text: 'I was so anxious.' } })).job)
  const [element] = (await api.listElements({ sessionId })).items
  if (!element) throw new Error('Nothing was found')
  return { sessionId, elementId: element.id }
}

const readOwn = () =>
  Promise.all(aboutOneThing.filter(([, { method }]) => method === 'GET').map((endpoint) => call(owner, endpoint, ids)))

async function call(send: Send, [name, { method, path }]: [string, Endpoint], { sessionId, elementId }: typeof ids) {
  const address = path.replace(':sessionId', sessionId).replace(':elementId', elementId)
  const query = name === 'getGraph' ? `?around=${sessionId}` : ''
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
    expect(foreign).toEqual(await call(stranger, endpoint, { sessionId: missing, elementId: missing }))
    expect(foreign).toEqual(await call(stranger, endpoint, { sessionId: 'x', elementId: "' or 1=1 --" }))
  })
})

test('and stays as it was', async () => {
  expect(await readOwn()).toEqual(before)
})

test('everybody has a graph and a list of their own', async () => {
  const other = await register(world)
  await writeSession(other)
  const api = other.client(journeyApi)
  const { nodes } = await api.getGraph({ query: { around: 'emotion:anxious', depth: 3 } })
  expect(nodes.filter(({ kind }) => kind === 'session')).toHaveLength(1)
  expect((await api.listSessions()).items).toHaveLength(1)
})
