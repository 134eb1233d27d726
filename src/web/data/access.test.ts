import { describe, expect, test } from 'vitest'
import { PersonId } from '#contract/id'
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
      return token === `Bearer ${server.token}` ? Response.json({}) : refusal(401)
    },
  }
  const access = new Access({ fetch: server.fetch, now: () => server.now, exclusively: (task) => task() })
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

  test('tells its listeners about every change of standing', () => {
    const { server, access } = createServer()
    const heard: string[] = []
    access.subscribe(() => heard.push(access.read().state))
    access.accept(server.signedIn())
    access.forget()
    expect(heard).toEqual(['signed-in', 'signed-out'])
  })
})
