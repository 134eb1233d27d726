import { expect, test } from 'vitest'
import { openBrowser } from '../../../tests/world/browser.ts'
import { createWorld, register, type World } from '../../../tests/world/world.ts'

const other = 'https://charts.example'
const allowed = { allowedOrigins: [other, 'http://localhost:3000'] }

const ask = ({ app }: World, origin: string | undefined, headers: Record<string, string> = {}) =>
  app.http.inject({ url: '/api/v1/welcome', headers: { ...headers, ...(origin !== undefined && { origin }) } })

const preflight = ({ app }: World, origin: string, url = '/api/v1/account') =>
  app.http.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': 'PATCH' } })

const corsOf = (headers: object) => Object.keys(headers).filter((name) => name.startsWith('access-control-'))

test('unless it is allowed, no page of another origin may read anything', async () => {
  await using world = await createWorld()
  const reply = await ask(world, other)
  expect([corsOf(reply.headers), reply.headers.vary]).toEqual([[], undefined])
  const asked = await preflight(world, other)
  expect([asked.statusCode, corsOf(asked.headers)]).toEqual([404, []])
})

test('a page of an allowed origin may read replies and refusals, and send a key, but never cookies', async () => {
  await using world = await createWorld({ config: allowed })
  const reply = await ask(world, other)
  expect(reply.headers).toMatchObject({ 'access-control-allow-origin': other, vary: 'Origin' })
  expect(reply.headers['access-control-expose-headers']).toContain('retry-after')
  expect(reply.headers).not.toHaveProperty('access-control-allow-credentials')
  const refused = await world.app.http.inject({ url: '/api/v1/account', headers: { origin: other } })
  expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([401, other])
  const asked = await preflight(world, other)
  expect([asked.statusCode, asked.body]).toEqual([204, ''])
  expect(asked.headers).toMatchObject({
    'access-control-allow-origin': other,
    'access-control-allow-methods': expect.stringContaining('PATCH'),
    'access-control-allow-headers': expect.stringContaining('authorization'),
    vary: 'Origin',
  })
  expect(asked.headers).not.toHaveProperty('access-control-allow-credentials')
})

test.each([
  'https://charts.example.evil',
  'http://charts.example',
  'https://charts.example:444',
  'null',
  other.toUpperCase(),
])('an origin counts as it is written, so %s is not allowed', async (origin) => {
  await using world = await createWorld({ config: allowed })
  for (const { headers } of [await ask(world, origin), await preflight(world, origin)]) {
    expect([corsOf(headers), headers.vary]).toEqual([[], 'Origin'])
  }
  expect((await ask(world, undefined)).headers.vary).toBe('Origin')
})

test('the cookie of a sign-in does not count on a page of another origin, and does on our own', async () => {
  const config = { allowedOrigins: [other, 'https://home.example'], publicAddress: 'https://home.example' }
  await using world = await createWorld({ config })
  const mine = openBrowser(world)
  await register({ send: mine.send })
  const refreshFrom = async (origin: string) => {
    const late = openBrowser(world, { cookies: mine.cookies, headers: { origin } })
    const reply = await late.send('/api/v1/account/refresh', { method: 'POST' })
    return [reply.status, late.given.length]
  }
  expect(await refreshFrom(other)).toEqual([401, 0])
  expect(await refreshFrom('https://home.example')).toEqual([200, 1])
})
