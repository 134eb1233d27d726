import { expect, test } from 'vitest'
import { ProblemReply, problemType, tooManyRequests } from '#contract/problem'
import { minute } from '#std/duration'
import { createWorld, register, type World, type WorldOptions } from '../../../../tests/world/world.ts'

const tight = { rateLimitPerson: 5, rateLimitAddress: 3, rateLimitSignIn: 2 }

interface Ask {
  url?: string
  method?: 'GET' | 'POST'
  from?: string
  headers?: Record<string, string>
}

/** People register before the limits count: each world is opened again with them. */
async function createTight({ config = {}, ...options }: WorldOptions = {}) {
  const world = await createWorld({ ...options, config: { ...tight, rateLimitSignIn: 1000, ...config } })
  const ask = async ({ url = '/account', method = 'GET', from = '192.0.2.1', headers = {} }: Ask = {}) => {
    const reply = await world.app.http.inject({ method, url: `/api/v1${url}`, remoteAddress: from, headers })
    return { status: reply.statusCode, headers: reply.headers, body: reply.body }
  }
  const statuses = async (asks: readonly Ask[]) => {
    const seen: number[] = []
    for (const one of asks) seen.push((await ask(one)).status)
    return seen
  }
  return { world, ask, statuses }
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i))

async function signIn(world: World) {
  const { token } = await register(world)
  world.clock.now += minute
  return bearer(token)
}

test('whoever asks too often is refused in words and numbers, and served again when it is time', async () => {
  const { world, ask } = await createTight()
  await using _ = world
  const me = await signIn(world)
  const replies = [await ask(me), await ask(me), await ask(me), await ask(me), await ask(me), await ask(me)]
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  expect(replies[0]?.headers).toMatchObject({ 'ratelimit-policy': '"person";q=5;w=60', ratelimit: '"person";r=4;t=12' })
  const refused = replies[5]
  expect(refused?.headers).toMatchObject({ ratelimit: '"person";r=0;t=12', 'retry-after': '12' })
  expect(refused?.headers['content-security-policy']).toContain("default-src 'none'")
  const problem = ProblemReply.parse(JSON.parse(refused?.body ?? ''))
  expect(problem).toMatchObject({ type: problemType(tooManyRequests), status: 429 })
  expect(problem.detail).toContain('Try again in 12 s.')
  world.clock.now += 12_000
  expect((await ask(me)).status).toBe(200)
})

test('people have budgets of their own behind one address, and keep them when they move', async () => {
  const { world, statuses } = await createTight()
  await using _ = world
  const [ada, ben] = [await signIn(world), await signIn(world)]
  world.clock.now += minute
  expect(await statuses(times(6, (i) => ({ ...ada, from: `192.0.2.${i}` })))).toEqual([200, 200, 200, 200, 200, 429])
  expect(await statuses([ben])).toEqual([200])
})

test('visitors share the budget of their address, of their /64 where it is IPv6', async () => {
  const { world, statuses } = await createTight()
  await using _ = world
  const welcome = (from: string) => ({ url: '/welcome', from })
  expect(await statuses(times(4, () => welcome('192.0.2.1')))).toEqual([200, 200, 200, 429])
  expect(await statuses([welcome('192.0.2.2')])).toEqual([200])
  expect(await statuses(times(4, (i) => welcome(`2001:db8:1:2::${i}`)))).toEqual([200, 200, 200, 429])
  expect(await statuses([welcome('2001:db8:1:3::1')])).toEqual([200])
})

test('trying to sign in has a small budget of the address, whoever asks', async () => {
  const { world, statuses } = await createTight({ config: { rateLimitSignIn: 2 } })
  await using _ = world
  const me = await signIn(world)
  const attempt = { url: '/account/sign-in', method: 'POST', ...me } as const
  expect(await statuses(times(3, () => attempt))).toEqual([400, 400, 429])
  expect(await statuses([me, { url: '/welcome' }])).toEqual([200, 200])
})

test('limiter keyed by a raw header: nothing that anybody can write into a header brings a fresh budget', async () => {
  const { world, statuses } = await createTight()
  await using _ = world
  const { token } = await register(world)
  world.clock.now += minute
  const [head = '', claims = '', signature = ''] = token.split('.')
  const forged = (i: number) =>
    Buffer.from(JSON.stringify({ sub: `person ${i}`, sid: 'x', exp: 9e9 })).toString('base64url')
  const tricks: ((i: number) => Record<string, string>)[] = [
    (i) => ({ 'x-forwarded-for': `198.51.100.${i}`, forwarded: `for=198.51.100.${i}`, 'x-real-ip': `198.51.100.${i}` }),
    (i) => ({ authorization: `Bearer nonsense${i}` }),
    (i) => ({ authorization: `Bearer ${head}.${forged(i)}.${signature}` }),
    (i) => ({ authorization: `Bearer ${head}.${claims}.${signature}${i}` }),
    (i) => ({ authorization: `Basic ${token}`, cookie: `cairn=${i}`, 'user-agent': String(i), host: `host${i}` }),
    (i) => ({ 'x-request-id': String(i), 'idempotency-key': String(i), origin: `https://${i}.example` }),
  ]
  for (const [i, headers] of tricks.entries()) {
    const from = `192.0.2.${i}`
    const seen = await statuses(times(4, (j) => ({ url: '/welcome', from, headers: headers(j) })))
    expect({ trick: i, seen }).toEqual({ trick: i, seen: [200, 200, 200, 429] })
  }
})

test('behind a proxy that is trusted the address is the one it names, and anywhere else it is not', async () => {
  const { world, statuses } = await createTight({ config: { trustProxy: true } })
  await using _ = world
  const through = (proxy: string, claimed: string) => ({
    url: '/welcome',
    from: proxy,
    headers: { 'x-forwarded-for': claimed },
  })
  const spoofed = times(4, (i) => through('127.0.0.1', `198.51.100.${i}, 203.0.113.7`))
  expect(await statuses(spoofed)).toEqual([200, 200, 200, 429])
  expect(await statuses([through('127.0.0.1', '203.0.113.8')])).toEqual([200])
  expect(await statuses(times(4, (i) => through('203.0.113.9', `198.51.100.${i}`)))).toEqual([200, 200, 200, 429])
})

test('addresses that lead nowhere are counted, health and a limit of 0 are not', async () => {
  const { world, statuses, ask } = await createTight({ config: { rateLimitPerson: 0 } })
  await using _ = world
  expect(await statuses(times(4, (i) => ({ url: `/nowhere/${i}` })))).toEqual([404, 404, 404, 429])
  expect(new Set(await statuses(times(9, () => ({ url: '/health/ready' }))))).toEqual(new Set([200]))
  const me = await signIn(world)
  expect(new Set(await statuses(times(9, () => me)))).toEqual(new Set([200]))
  expect((await ask(me)).headers).not.toHaveProperty('ratelimit')
})
