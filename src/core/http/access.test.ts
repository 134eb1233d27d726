import { expect, test } from 'vitest'
import { apiPrefix, type Endpoint } from '#contract/endpoint'
import { notAllowed, notSignedIn, ProblemReply, problemType } from '#contract/problem'
import { accountApi } from '#core/auth/contract'
import { jobsApi } from '#core/jobs/contract'
import { healthApi } from '#core/observability/contract'
import { searchApi } from '#core/search/contract'
import { settingsApi } from '#core/settings/contract'
import { undoApi } from '#core/undo/contract'
import { openBrowser } from '../../../tests/world/browser.ts'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { register, registerAdministrator } from '../../../tests/world/world.ts'

const apis = [accountApi, jobsApi, healthApi, searchApi, settingsApi, undoApi, notesApi]
const endpoints: [name: string, endpoint: Endpoint][] = apis.flatMap((api) => Object.entries(api))
const closed = endpoints.filter(([, { access }]) => access !== 'public')

const urlOf = ({ path }: Endpoint) => `${apiPrefix}${path.replace(/:\w+/g, '01a1f950-0000-7000-8000-000000000000')}`
const initOf = ({ method, body }: Endpoint): RequestInit =>
  body ? { method, body: '{}', headers: { 'content-type': 'application/json' } } : { method }

test('what a stranger may do is this list and nothing else', () => {
  const open = endpoints.filter(([, { access }]) => access === 'public').map(([name]) => name)
  expect(open.sort()).toEqual([
    'createFirstAdministrator',
    'getLiveness',
    'getReadiness',
    'getWelcome',
    'refresh',
    'register',
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

test('what is for administrators refuses members, and serves administrators', async () => {
  await using world = await createNotesWorld()
  const member = await register(world)
  const administrator = await registerAdministrator(world)
  const special = closed.filter(([, { access }]) => access !== 'public' && access.role === 'administrator')
  expect(special.map(([name]) => name).sort()).toEqual(['countNotes', 'updateInstallationSettings'])
  for (const [, endpoint] of special) {
    const refused = await member.send(urlOf(endpoint), initOf(endpoint))
    expect(refused.status).toBe(403)
    expect(ProblemReply.parse(await refused.json()).type).toBe(problemType(notAllowed))
    expect((await administrator.send(urlOf(endpoint), initOf(endpoint))).status).toBe(200)
  }
})

test('every endpoint is described, with its access, its parameters and its refusals', async () => {
  await using world = await createNotesWorld()
  const reply = await world.app.http.inject('/api/v1/openapi.json')
  const { paths } = reply.json<{ paths: Record<string, Record<string, Record<string, unknown>>> }>()
  const described = Object.values(paths).flatMap((operations) => Object.values(operations))
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(endpoints.map(([name]) => name).sort())
  for (const [name, { path, method, access, summary, problems = [], status = 200 }] of endpoints) {
    const operation = paths[`${apiPrefix}${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()]
    expect(operation).toMatchObject({
      operationId: name,
      summary,
      security: access === 'public' ? [] : [{ accessToken: [] }],
    })
    const expected = [status, ...problems.map((kind) => kind.status), ...(access === 'public' ? [] : [401])].map(String)
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(expected))
  }
})
