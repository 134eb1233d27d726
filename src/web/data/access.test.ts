import { describe, expect, test } from 'vitest'
import { PersonId } from '#contract/id'
import { idempotencyHeader } from '#contract/client'
import { problemType, requestRunning } from '#contract/problem'
import type { SignedIn } from '#core/auth/contract'
import { Access } from './access.ts'

const person = {
  id: PersonId.parse('01890000-0000-7000-8000-000000000001'),
  email: 'ana@example.org',
  name: 'Ana',
  role: 'member' as const,
  createdAt: 0,
}
const minute = 60_000

/** A server that takes one token at a time and trades cookies until it is told to refuse. */
function createServer() {
  const server = {
    now: 0,
    token: 'token-1',
    renewals: 0,
    seen: Array<string | null>(),
    pauses: Array<number>(),
    /** Idempotency keys as they came, and what each of them got. */
    keys: Array<string | null>(),
    answers: Array<() => Response>(),
    refresh: (): Response => Response.json(server.signedIn()),
    signedIn: (): SignedIn => ({ accessToken: server.token, expiresAt: server.now + 10 * minute, person }),
    async fetch(url: string, init: RequestInit) {
      await Promise.resolve()
      if (url.endsWith('/account/refresh')) {
        server.renewals += 1
        return server.refresh()
      }
      const token = new Headers(init.headers).get('authorization')
      server.seen.push(token)
      const key = new Headers(init.headers).get(idempotencyHeader)
      if (key !== null) server.keys.push(key)
      const answer = server.answers.shift()
      if (answer) return answer()
      return token === `Bearer ${server.token}` ? Response.json({}) : refusal(401)
    },
  }
  const pause = async (milliseconds: number) => void server.pauses.push(milliseconds)
  const access = new Access({ fetch: server.fetch, now: () => server.now, exclusively: (task) => task(), pause })
  return { server, access }
}

const refusal = (status: number) =>
  Response.json({ type: 'about:blank', title: 'No', status, detail: 'No.' }, { status })

describe('access', () => {
  test('sends with the token that the sign-in gave', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    expect((await access.send('/things', {})).status).toBe(200)
    expect(server.seen).toEqual(['Bearer token-1'])
  })

  test('renews once for many calls whose token is refused, and sends each again', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    server.token = 'token-2'
    const replies = await Promise.all(['/a', '/b', '/c'].map((url) => access.send(url, {})))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(server.renewals).toBe(1)
  })

  test('renews before the token ends', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    server.now = 9.6 * minute
    server.token = 'token-2'
    await access.send('/things', {})
    expect(server.seen).toEqual(['Bearer token-2'])
  })

  test('does not renew for every call when the clock of this machine runs ahead', async () => {
    const { server, access } = createServer()
    access.accept({ ...server.signedIn(), expiresAt: -60 * minute })
    await access.send('/a', {})
    await access.send('/b', {})
    expect(server.renewals).toBe(0)
  })

  test('signs out when the server refuses to renew', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    server.token = 'gone'
    server.refresh = () => refusal(401)
    expect((await access.send('/things', {})).status).toBe(401)
    expect(access.read().state).toBe('signed-out')
  })

  test('stays signed in when the renewal cannot reach the server', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    server.now = 9.6 * minute
    server.refresh = () => {
      throw new TypeError('Failed to fetch')
    }
    expect((await access.send('/things', {})).status).toBe(200)
    expect(access.read().state).toBe('signed-in')
  })

  test('does not renew for a visitor whose sign-in is refused', async () => {
    const { server, access } = createServer()
    expect((await access.send('/account/sign-in', { method: 'POST' })).status).toBe(401)
    expect(server.renewals).toBe(0)
  })

  const lost = () => {
    throw new TypeError('Failed to fetch')
  }
  const post = { method: 'POST', headers: { [idempotencyHeader]: 'once' } }

  test('sends again what got no answer, with the same key, at most twice', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    server.answers = [lost, lost]
    expect((await access.send('/things', post)).status).toBe(200)
    const brokenOff = () =>
      new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) }))
    server.answers = [brokenOff, () => Response.json('whole')]
    expect(await (await access.send('/things', post)).json()).toBe('whole')
    server.answers = [lost, lost, lost]
    await expect(access.send('/things', post)).rejects.toThrow('Failed to fetch')
    expect(server.keys).toEqual(Array(8).fill('once'))
    expect(server.pauses).toEqual([500, 2000, 500, 500, 2000])
  })

  test('waits for the answer when its first try still runs, and takes any other refusal as it is', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    const running = { type: problemType(requestRunning), title: 'Running', status: 409, detail: 'Running.' }
    server.answers = [lost, () => Response.json(running, { status: 409 })]
    expect((await access.send('/things', post)).status).toBe(200)
    server.answers = [() => refusal(409)]
    expect((await access.send('/things', post)).status).toBe(409)
    expect(server.keys).toHaveLength(4)
  })

  test('does not send again what may happen twice, or what nobody waits for any more', async () => {
    const { server, access } = createServer()
    access.accept(server.signedIn())
    server.answers = [lost]
    await expect(access.send('/things', { method: 'POST' })).rejects.toThrow('Failed to fetch')
    server.answers = [lost]
    await expect(access.send('/things', { ...post, signal: AbortSignal.abort() })).rejects.toThrow('Failed to fetch')
    expect(server.seen).toHaveLength(2)
  })

  test('tells its listeners about every change of standing', () => {
    const { server, access } = createServer()
    const heard: string[] = []
    access.subscribe(() => heard.push(access.read().state))
    access.accept(server.signedIn())
    access.forget()
    expect(heard).toEqual(['signed-in', 'signed-out'])
  })
})
