import { expect, test } from 'vitest'
import { apiPrefix, type Endpoint } from '#contract/endpoint'
import { notAllowed, notSignedIn, ProblemReply, problemType } from '#contract/problem'
import { openBrowser } from '../../../tests/world/browser.ts'
import { coreApis } from '../../../tests/world/core-apis.ts'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { register, registerAdministrator, type World } from '../../../tests/world/world.ts'

const endpoints: [name: string, endpoint: Endpoint][] = [...coreApis, notesApi].flatMap((api) =>
  Object.entries<Endpoint>(api),
)
const closed = endpoints.filter(([, { access }]) => access !== 'public')

const urlOf = ({ path }: Endpoint) => `${apiPrefix}${path.replace(/:\w+/g, '01a1f950-0000-7000-8000-000000000000')}`
const initOf = ({ method, body }: Endpoint): RequestInit =>
  body ? { method, body: '{}', headers: { 'content-type': 'application/json' } } : { method }

test('what a stranger may do is this list and nothing else', () => {
  const open = endpoints.filter(([, { access }]) => access === 'public').map(([name]) => name)
  expect(open.sort()).toEqual([
    'createFirstAdministrator',
    'getHealth',
    'getLiveness',
    'getReadiness',
    'getWelcome',
    'refresh',
    'register',
    'resetPassword',
    'signIn',
  ])
})

test('every other endpoint refuses a stranger before it looks at anything else', async () => {
  await using world = await createNotesWorld()
  const { account, cookies } = openBrowser(world)
  const { accessToken } = await account.register({
    body: { email: 'ada@example.org', name: 'Ada', password: 'correct horse battery' },
  })
  const strangers = [undefined, 'Bearer', 'Bearer nonsense', `Basic ${accessToken}`, `Bearer ${cookies.get('cairn')}`]
  const { accessToken: over } = await account.refresh()
  const ending = { method: 'POST', headers: { authorization: `Bearer ${over}` } }
  expect((await world.send(`${apiPrefix}/account/sign-out`, ending)).status).toBe(200)
  for (const authorization of [...strangers, `Bearer ${over}`, `Bearer ${accessToken}`]) {
    for (const [name, endpoint] of closed) {
      const headers = new Headers(initOf(endpoint).headers)
      if (authorization !== undefined) headers.set('authorization', authorization)
      const reply = await world.send(urlOf(endpoint), { ...initOf(endpoint), headers })
      const problem = ProblemReply.parse(await reply.json())
      expect({ name, status: reply.status, type: problem.type }).toEqual({
        name,
        status: 401,
        type: problemType(notSignedIn),
      })
    }
  }
})

/** An administrator gets past the door: what is behind it may still miss a body, or the thing that is asked for. */
const closedDoors = [401, 403]

test('what is for administrators refuses members, and nobody else', async () => {
  await using world = await createNotesWorld()
  const member = await register(world)
  const administrator = await registerAdministrator(world)
  const special = closed.filter(([, { access }]) => access !== 'public' && access.role === 'administrator')
  expect(special.map(([name]) => name)).toEqual(expect.arrayContaining(['countNotes', 'updateInstallationSettings']))
  for (const [, endpoint] of special) {
    const refused = await member.send(urlOf(endpoint), initOf(endpoint))
    expect(refused.status).toBe(403)
    expect(ProblemReply.parse(await refused.json()).type).toBe(problemType(notAllowed))
    expect(closedDoors).not.toContain((await administrator.send(urlOf(endpoint), initOf(endpoint))).status)
  }
})

async function readDescription(world: World) {
  const reply = await world.app.http.inject('/api/v1/openapi.json')
  return reply.json<{ paths: Record<string, Record<string, Record<string, unknown>>> }>().paths
}

function securityOf(access: Endpoint['access']) {
  if (access === 'public') return []
  return access.isForKeys ? [{ accessToken: [] }, { apiKey: [] }] : [{ accessToken: [] }]
}

const operationOf = (paths: Record<string, Record<string, Record<string, unknown>>>, { path, method }: Endpoint) =>
  paths[`${apiPrefix}${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()] ?? {}

test('every endpoint is described, with its access, its parameters and its refusals', async () => {
  await using world = await createNotesWorld()
  const paths = await readDescription(world)
  const described = Object.values(paths).flatMap((operations) => Object.values(operations))
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(endpoints.map(([name]) => name).sort())
  for (const [name, endpoint] of endpoints) {
    const { access, summary, problems = [], status = 200 } = endpoint
    const operation = operationOf(paths, endpoint)
    expect(operation).toMatchObject({
      operationId: name,
      summary,
      security: securityOf(access),
    })
    const expected = [status, ...problems.map((kind) => kind.status), ...(access === 'public' ? [] : [401])].map(String)
    expect(Object.keys(operation.responses ?? {})).toEqual(expect.arrayContaining(expected))
  }
})

test('what may be sent twice, and what is counted, is described too', async () => {
  await using world = await createNotesWorld()
  const paths = await readDescription(world)
  for (const [, endpoint] of endpoints) {
    const { parameters, responses } = operationOf(paths, endpoint)
    const isRepeatable = endpoint.method === 'POST' && endpoint.access !== 'public'
    expect(JSON.stringify(parameters).includes('IdempotencyKey')).toBe(isRepeatable)
    expect(JSON.stringify(responses).includes('Retry-After')).toBe(endpoint.limit !== 'none')
  }
})
