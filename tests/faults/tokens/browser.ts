/** Tabs of one browser: each sends the cookie that it has copied, as the others do. */
import { createClient, type Send } from '#contract/client'
import { RefusedError } from '#contract/problem'
import { accountApi } from '#core/auth/contract'

export interface Session {
  /** The refresh cookie, `name=value`. */
  cookie: string
  accessToken: string
}

const password = 'correct horse battery'

/** Undefined when the sign-in is not accepted any more. */
export async function refresh(address: string, cookie: string): Promise<Session | undefined> {
  return comeIn(address, { cookie, act: (account) => account.refresh() })
}

export async function signIn(address: string, email: string): Promise<Session> {
  const signedIn = await comeIn(address, {
    cookie: '',
    act: (account) => account.signIn({ body: { email, password } }),
  })
  if (!signedIn) throw new Error(`${email} could not sign in`)
  return signedIn
}

export async function register(address: string, email: string) {
  const body = { email, name: email, password }
  await createClient(accountApi, (path, init) => fetch(`${address}${path}`, init)).register({ body })
}

interface Coming {
  cookie: string
  act(account: ReturnType<typeof createClient<typeof accountApi>>): Promise<{ accessToken: string }>
}

async function comeIn(address: string, { cookie, act }: Coming): Promise<Session | undefined> {
  const kept = { cookie }
  const send: Send = async (path, init) => {
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const reply = await fetch(`${address}${path}`, { ...init, headers })
    for (const fresh of reply.headers.getSetCookie()) kept.cookie = fresh.split(';')[0] ?? ''
    return reply
  }
  try {
    const { accessToken } = await act(createClient(accountApi, send))
    return { cookie: kept.cookie, accessToken }
  } catch (error) {
    if (error instanceof RefusedError && error.problem.status === 401) return undefined
    throw error
  }
}

/** The status of a call with this access token. */
export async function statusWith(address: string, accessToken: string) {
  const reply = await fetch(`${address}/api/v1/account`, { headers: { authorization: `Bearer ${accessToken}` } })
  await reply.arrayBuffer()
  return reply.status
}
