import { expect, test } from 'vitest'
import { z } from 'zod'
import { createClient, idempotencyHeader } from './client.ts'
import { endpoint } from './endpoint.ts'
import { defineNoun } from './permission.ts'
import { defineProblem, problemType, RefusedError } from './problem.ts'

const stones = defineNoun({ name: 'stones.stones', about: 'Stones' })

const stonesApi = {
  findStones: endpoint({
    method: 'GET',
    path: '/hills/:hill/stones',
    summary: 'Stones of a hill',
    access: stones.read,
    query: z.object({ colour: z.string().optional(), least: z.number().optional() }),
    reply: z.object({ count: z.int() }),
  }),
  addStone: endpoint({
    method: 'POST',
    path: '/stones',
    summary: 'Adds a stone',
    access: stones.write,
    body: z.object({ weight: z.number() }),
    upload: { maxBytes: 10 },
    reply: z.object({ count: z.int() }),
  }),
}

const stoneTooHeavy = defineProblem({ name: 'stones/too-heavy', status: 400, title: 'Too heavy' })

interface Sent {
  url: string
  init: RequestInit
}

/** A client whose requests are kept and answered with `reply`. */
function createStones(reply: () => Response = () => Response.json({ count: 1 })) {
  const sent: Sent[] = []
  const client = createClient(stonesApi, async (url, init) => {
    sent.push({ url, init })
    return reply()
  })
  return { client, sent }
}

const refusalOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  if (!(error instanceof RefusedError)) throw new Error('It was not refused')
  return error
}

test('what people type cannot leave its place in the address', async () => {
  const { client, sent } = createStones()
  await client.findStones({ hill: '../a b?c#d/é', query: { colour: 'a&least=9', least: undefined } })
  expect(sent[0]?.url).toBe('/api/v1/hills/..%2Fa%20b%3Fc%23d%2F%C3%A9/stones?colour=a%26least%3D9')
  expect(sent[0]?.init.body).toBeUndefined()
})

test('a body goes as JSON, a file as a form, and the signal goes along', async () => {
  const { client, sent } = createStones()
  const { signal } = new AbortController()
  await client.addStone({ body: { weight: 2 } }, { signal })
  await client.addStone({ file: new File(['x'], 'stone.txt') })
  expect(sent[0]?.init).toMatchObject({ body: '{"weight":2}', headers: { 'content-type': 'application/json' }, signal })
  expect(sent[1]?.init.body).toBeInstanceOf(FormData)
  expect(new Headers(sent[1]?.init.headers).has('content-type')).toBe(false)
})

test('each call that changes something as somebody has a key of its own, and no other call has one', async () => {
  const { client, sent } = createStones()
  const visitors = { ...stonesApi.addStone, access: 'public' as const }
  const visitor = createClient({ visitors }, async (url, init) => {
    sent.push({ url, init })
    return Response.json({ count: 1 })
  })
  await client.addStone({ body: { weight: 2 } })
  await client.addStone({ file: new File(['x'], 'stone.txt') })
  await client.findStones({ hill: 'a' })
  await visitor.visitors({ body: { weight: 2 } })
  const [first, second, ...others] = sent.map(({ init }) => new Headers(init.headers).get(idempotencyHeader))
  expect([first, second]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(first).not.toBe(second)
  expect(others).toEqual([null, null])
})

test('a problem reply becomes a refusal that knows its kind and speaks in the words of the server', async () => {
  const problem = { type: problemType(stoneTooHeavy), title: 'Too heavy', status: 400, detail: 'Carry less.' }
  const { client } = createStones(() => Response.json(problem, { status: 400 }))
  const refusal = await refusalOf(client.addStone({ body: { weight: 900 } }))
  expect(refusal.message).toBe('Carry less.')
  expect(refusal.is(stoneTooHeavy)).toBe(true)
  expect(refusal.is({ ...stoneTooHeavy, name: 'stones/other' })).toBe(false)
})

test('an answer of something else on the way is a refusal too, cut to a readable length', async () => {
  const { client } = createStones(() => new Response('<html>'.padEnd(1000, 'x'), { status: 502 }))
  const { problem } = await refusalOf(client.findStones({ hill: 'a' }))
  expect(problem).toMatchObject({ type: 'about:blank', status: 502 })
  expect(problem.detail).toHaveLength(300)
})

test('a reply that breaks the contract is not passed on', async () => {
  const { client } = createStones(() => Response.json({ count: 'many' }))
  await expect(client.findStones({ hill: 'a' })).rejects.toThrow(z.ZodError)
})

test('a refusal that passes says in how many milliseconds, where the reply tells', async () => {
  const refuse = (headers: Record<string, string>) =>
    refusalOf(createStones(() => new Response('Wait.', { status: 429, headers })).client.findStones({ hill: 'a' }))
  expect((await refuse({ 'retry-after': '12' })).passesIn).toBe(12_000)
  expect((await refuse({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).passesIn).toBeUndefined()
  expect((await refuse({})).passesIn).toBeUndefined()
})
