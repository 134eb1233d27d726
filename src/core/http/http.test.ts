import { connect } from 'node:net'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { ProblemReply } from '#contract/problem'
import { defineSpace } from '../space.ts'
import { bareSpace } from '../../../tests/world/bare-space.ts'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotes, createNotesWorld } from '../../../tests/world/notes-space.ts'
import { listen } from '../../../tests/world/port.ts'
import { createFolder } from '../../../tests/world/record.ts'
import { createWorld, register } from '../../../tests/world/world.ts'

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'multipart/form-data; boundary=cut' }
const signIn = '/account/sign-in'
const part = (name: string) => `--cut\r\ncontent-disposition: form-data; ${name}\r\n\r\nstone`

const zeroCursor = Buffer.from(String.raw`[1,"\u0000"]`).toString('base64url')

interface Wrong {
  name: string
  status: number
  url?: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

const wrongs: Wrong[] = [
  { name: 'JSON that breaks off', status: 400, headers: json, body: '{"email":' },
  { name: 'no body', status: 400, headers: json },
  { name: 'a list for an object', status: 400, headers: json, body: '[]' },
  { name: 'a text for an object', status: 400, headers: { 'content-type': 'text/plain' }, body: 'hello' },
  { name: 'a prototype', status: 400, headers: json, body: '{"__proto__":{"role":"administrator"}}' },
  { name: 'XML', status: 415, headers: { 'content-type': 'application/xml' }, body: '<a/>' },
  { name: 'a web form', status: 415, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' },
  { name: 'a body without a type', status: 415, headers: { 'content-type': '' }, body: '{}' },
  { name: 'more than is taken', status: 413, headers: json, body: JSON.stringify({ email: 'x'.repeat(70_000) }) },
  { name: 'a form for JSON', status: 400, headers: form, body: `${part('name="file"; filename="x"')}\r\n--cut--` },
  { name: 'an unknown address', status: 404, url: '/nowhere', method: 'GET' },
  { name: 'the api itself', status: 404, url: '', method: 'GET' },
  { name: 'another method', status: 404, method: 'PUT', headers: json, body: '{}' },
  { name: 'a broken escape', status: 400, url: '/notes/%E0%A4%A', method: 'GET' },
  { name: 'a zero byte', status: 400, url: '/notes/%00', method: 'GET' },
  { name: 'a zero byte in a question', status: 400, url: '/search?q=a%00b', method: 'GET' },
  {
    name: 'a zero byte in a body',
    status: 400,
    headers: json,
    body: String.raw`{"email":"a\u0000@b.example","password":"x"}`,
  },
  { name: 'a zero byte in a name', status: 400, headers: json, body: String.raw`{"a":[{"\u0000":1}]}` },
  { name: 'a zero byte in a cursor', status: 400, url: `/jobs?cursor=${zeroCursor}`, method: 'GET' },
  { name: 'lists in lists without end', status: 400, headers: json, body: '['.repeat(30_000) + ']'.repeat(30_000) },
  { name: 'an endless name', status: 400, url: `/notes/${'x'.repeat(600)}`, method: 'GET' },
  { name: 'a cursor of nowhere', status: 400, url: '/jobs?cursor=nonsense', method: 'GET' },
  { name: 'a cursor of another list', status: 400, url: '/undo?cursor=WzFd', method: 'GET' },
  { name: 'an endless cursor', status: 400, url: `/jobs?cursor=${'x'.repeat(301)}`, method: 'GET' },
  { name: 'an empty page', status: 400, url: '/jobs?limit=0', method: 'GET' },
  { name: 'too long a page', status: 400, url: '/jobs?limit=101', method: 'GET' },
  { name: 'a page of a word', status: 400, url: '/jobs?limit=ten', method: 'GET' },
  { name: 'the same question twice', status: 400, url: '/search?q=a&q=b', method: 'GET' },
  {
    name: 'a form without a boundary',
    status: 400,
    url: '/notes/x/file',
    headers: { 'content-type': 'multipart/form-data' },
    body: 'x',
  },
  {
    name: 'a form without a file',
    status: 400,
    url: '/notes/x/file',
    headers: form,
    body: `${part('name="a"')}\r\n--cut--`,
  },
  { name: 'a form that is empty', status: 400, url: '/notes/x/file', headers: form, body: '--cut--' },
]

test('whatever is wrong with a request, the answer is a problem below 500 that says so', async () => {
  await using world = await createNotesWorld()
  const { send } = await register(world)
  const answers: object[] = []
  for (const { name, url = signIn, method = 'POST', headers = {}, body } of wrongs) {
    const reply = await send(`/api/v1${url}`, { method, headers, ...(body !== undefined && { body }) })
    const { data } = ProblemReply.safeParse(await reply.json())
    const isClear =
      data?.status === reply.status && data.detail.length > 10 && data.type.startsWith('urn:cairn:problem:')
    const type = reply.headers.get('content-type')?.split(';')[0]
    answers.push({ name, status: reply.status, isClear, type, kept: reply.headers.get('cache-control') })
  }
  const clear = { isClear: true, type: 'application/problem+json', kept: 'no-store' }
  expect(answers).toEqual(wrongs.map(({ name, status }) => ({ name, status, ...clear })))
  expect(world.log.filter((line) => line.includes('"level":50'))).toEqual([])
})

test('a refused body names the fields', async () => {
  await using world = await createWorld()
  const body = JSON.stringify({ email: 'no address', password: 7 })
  const reply = await world.send(`/api/v1${signIn}`, { method: 'POST', headers: json, body })
  const { errors } = ProblemReply.parse(await reply.json())
  expect(errors?.map(({ path }) => path)).toEqual(['email', 'password'])
})

const brokenApi = {
  getBroken: endpoint({ method: 'GET', path: '/broken', summary: 'Breaks', access: 'public', reply: z.object({}) }),
}
const broken = defineSpace({
  ...bareSpace('broken'),
  api: brokenApi,
  handlers: {
    async getBroken() {
      throw new Error('the cellar is flooded')
    },
  },
})

test('what nobody foresaw is a 500 that keeps its cause to the log, under the same request id', async () => {
  await using world = await createWorld({ spaces: [broken] })
  const reply = await world.send('/api/v1/broken', { method: 'GET' })
  const { status, detail, requestId = '' } = ProblemReply.parse(await reply.json())
  expect([reply.status, status]).toEqual([500, 500])
  expect(detail).not.toContain('cellar')
  expect(reply.headers.get('x-request-id')).toBe(requestId)
  const line = world.log.find((entry) => entry.includes('the cellar is flooded'))
  expect(line).toContain(requestId)
})

test('two endpoints with one address, or with one name, stop the start', async () => {
  const twin = (name: string, path: `/${string}`) =>
    defineSpace({
      ...bareSpace('twin'),
      api: { [name]: endpoint({ method: 'GET', path, summary: 'Twin', access: 'public', reply: z.object({}) }) },
      handlers: { [name]: async () => ({}) },
    })
  await expect(createWorld({ spaces: [broken, twin('getOther', '/broken')] })).rejects.toThrow('/api/v1/broken')
  await expect(createWorld({ spaces: [broken, twin('getBroken', '/other')] })).rejects.toThrow('called getBroken')
})

test('every reply carries the security headers and an id of its own', async () => {
  await using world = await createWorld({ config: { trustProxy: true } })
  const ask = (headers = {}) => world.send('/api/v1/welcome', { method: 'GET', headers })
  const [first, second] = [await ask(), await ask({ 'x-forwarded-proto': 'https', 'x-request-id': 'mine' })]
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  expect(first.headers.has('strict-transport-security')).toBe(false)
  expect(second.headers.get('strict-transport-security')).toBe('max-age=31536000')
  const ids = [first, second].map((reply) => reply.headers.get('x-request-id'))
  expect(new Set([...ids, 'mine', null]).size).toBe(4)
})

test('a proxy is believed on this machine and in private networks, not anywhere', async () => {
  await using world = await createWorld({ config: { trustProxy: true } })
  const headers = { 'x-forwarded-proto': 'https' }
  const isSecure = async (remoteAddress: string) =>
    'strict-transport-security' in (await world.app.http.inject({ url: '/metrics', headers, remoteAddress })).headers
  expect(await Promise.all(['127.0.0.1', '172.18.0.2', '203.0.113.9'].map(isSecure))).toEqual([true, true, false])
})

async function createWeb() {
  const folder = await createFolder()
  await mkdir(join(folder.path, 'assets'))
  await writeFile(
    join(folder.path, 'index.html'),
    '<html><meta property="csp-nonce" nonce="%NONCE%"><p>Cairn</p></html>',
  )
  await writeFile(join(folder.path, 'assets/main-1a2b.js'), 'export {}')
  return folder
}

test('the page is delivered fresh everywhere outside the api, with a new nonce each time', async () => {
  await using web = await createWeb()
  await using world = await createWorld({ web: web.path })
  const nonces = new Set<string>()
  for (const url of ['/', '/journey/sessions/1?x=/api/v1/', '/', '/apiary']) {
    const reply = await world.send(url, { method: 'GET' })
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(await reply.text()) ?? []
    nonces.add(nonce)
    expect(reply.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(reply.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(reply.headers.get('cache-control')).toBe('no-store')
  }
  expect(nonces.size).toBe(4)
  expect((await world.app.http.inject({ method: 'HEAD', url: '/' })).statusCode).toBe(200)
})

test('assets are kept for ever, and what is not there is a problem, not the page', async () => {
  await using web = await createWeb()
  await using world = await createWorld({ web: web.path })
  const asset = await world.send('/assets/main-1a2b.js', { method: 'GET' })
  expect([asset.status, await asset.text()]).toEqual([200, 'export {}'])
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  for (const url of ['/assets/gone.js', '/api/v1/nowhere', '/assets/..%2f..%2fetc/passwd']) {
    const reply = await world.send(url, { method: 'GET' })
    expect(reply.headers.get('content-type')).toMatch(/problem\+json/)
    expect(reply.status).toBeLessThan(500)
  }
  expect((await world.app.http.inject({ method: 'POST', url: '/' })).statusCode).toBe(404)
})

test('metrics are for this machine, or for whoever has the token', async () => {
  await using world = await createWorld()
  await using guarded = await createWorld({ config: { metricsToken: 'seven stones' } })
  const read = async (
    { app }: typeof world,
    about: { remoteAddress?: string; headers?: Record<string, string> } = {},
  ) => (await app.http.inject({ method: 'GET', url: '/metrics', ...about })).statusCode
  const authorization = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
  expect(await read(world)).toBe(200)
  expect(await read(world, { remoteAddress: '::1' })).toBe(200)
  expect(await read(world, { remoteAddress: '192.168.1.7' })).toBe(401)
  expect(await read(guarded)).toBe(401)
  expect(await read(guarded, authorization('seven stone'))).toBe(401)
  expect(await read(guarded, { ...authorization('seven stones'), remoteAddress: '192.168.1.7' })).toBe(200)
})

test.each([{ trustProxy: true }, { trustProxy: false }])(
  'metrics do not go through a proxy on this machine, whatever address a visitor claims ($trustProxy)',
  async (config) => {
    await using world = await createWorld({ config })
    for (const claimed of ['203.0.113.9', '127.0.0.1', '127.0.0.1, 203.0.113.9']) {
      const headers = { 'x-forwarded-for': claimed }
      expect((await world.app.http.inject({ method: 'GET', url: '/metrics', headers })).statusCode).toBe(401)
    }
  },
)

test('requests are counted by the route as declared, not by the address', async () => {
  await using world = await createNotesWorld()
  const notes = (await register(world)).client(notesApi)
  await notes.getNote({ noteId: 'secret-name' }).catch(() => undefined)
  const page = (await world.app.http.inject('/metrics')).body
  expect(page).toContain('http_route="/api/v1/notes/:noteId",http_response_status_code="404"')
  expect(page).not.toContain('secret-name')
})

test('a visitor who hangs up in the middle of an upload breaks nothing', async () => {
  await using world = await createNotesWorld()
  const { client, token } = await register(world)
  const { id } = await client(notesApi).writeNote({ body: { title: 'Monday' } })
  const port = await listen(world)
  for (const noteId of [id, 'nowhere']) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const head = [`POST /api/v1/notes/${noteId}/file HTTP/1.1`, 'host: x', `authorization: Bearer ${token}`]
    const type = ['content-length: 90000', `content-type: ${form['content-type']}`, '', '']
    socket.write([...head, ...type].join('\r\n') + part('name="file"; filename="x"'))
    await new Promise((resolve) => setTimeout(resolve, 60))
    socket.destroy()
  }
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect((await fetch(`http://127.0.0.1:${port}/api/v1/health/ready`)).status).toBe(200)
})

test('the app says it is not ready while it stops, and alive as long as it answers', async () => {
  const world = await createWorld({ spaces: [createNotes().space] })
  expect((await world.send('/api/v1/health/ready', { method: 'GET' })).status).toBe(200)
  const stopped = world.app.stop()
  const late = await world.app.http.inject('/api/v1/health/ready')
  expect(late.statusCode).toBe(503)
  await stopped
})
