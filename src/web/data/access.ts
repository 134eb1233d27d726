/**
 * Who is signed in on this page and the token that proves it. The token lives in memory only; the refresh cookie is
 * out of reach. However many calls find the token old, one renewal goes out, and all of them wait for it.
 * A fault on the way never signs out: only the server's refusal does. What carries an idempotency key is sent again when
 * no answer came, so that a lost reply neither loses nor doubles anything.
 */
import { accountApi, type Person, type SignedIn } from '#core/auth/contract'
import { createClient, idempotencyHeader, type Send } from '#contract/client'
import { ProblemReply, problemType, RefusedError, requestRunning } from '#contract/problem'

/** `unknown` until the first renewal after a page load has been answered. */
export type Standing =
  | { state: 'unknown' }
  | { state: 'signed-out' }
  | { state: 'signed-in'; token: string; renewAt: number; person: Person }

export interface AccessPorts {
  fetch: Send
  now(): number
  /** Runs the task while no other tab runs one, where the browser can tell. */
  exclusively<T>(task: () => Promise<T>): Promise<T>
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<unknown>
}

/** How long before its end a token is renewed, and the shortest time between two such renewals, in milliseconds. */
const margin = 30_000

/** The pauses, in milliseconds, before what got no answer is sent again. */
const pauses = [500, 2000]

export class Access {
  readonly #ports: AccessPorts
  readonly #listeners = new Set<() => void>()
  #standing: Standing = { state: 'unknown' }
  #renewing: Promise<Standing> | undefined

  constructor(ports: AccessPorts) {
    this.#ports = ports
  }

  readonly read = () => this.#standing

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  accept({ accessToken, expiresAt, person }: SignedIn) {
    const renewAt = renewalTime(this.#ports.now(), expiresAt)
    return this.#change({ state: 'signed-in', token: accessToken, renewAt, person })
  }

  forget() {
    return this.#change({ state: 'signed-out' })
  }

  setPerson(person: Person) {
    if (this.#standing.state === 'signed-in') this.#change({ ...this.#standing, person })
  }

  /** Trades the cookie for a new token; concurrent callers share one request. */
  readonly renew = () => {
    this.#renewing ??= this.#ports
      .exclusively(() => this.#requestRenewal())
      .finally(() => {
        this.#renewing = undefined
      })
    return this.#renewing
  }

  /** The token to send with, renewed when it is about to end; undefined when nobody is signed in. */
  readonly getToken = async () => {
    if (this.#standing.state !== 'signed-in') return undefined
    if (this.#ports.now() < this.#standing.renewAt) return this.#standing.token
    return tokenOf(await this.renew().catch(this.read))
  }

  /** Sends with the token; when it is refused, renews it and sends once more. */
  readonly send: Send = async (url, init) => {
    const token = await this.getToken()
    const response = await this.#deliver(url, withToken(init, token))
    if (response.status !== 401 || token === undefined) return response
    const next = await this.#tokenAfter(token)
    return next === undefined ? response : this.#deliver(url, withToken(init, next))
  }

  /** Sends, and again while no answer comes, or the first try is still running, if that cannot do it twice. */
  async #deliver(url: string, init: RequestInit): Promise<Response> {
    if (!new Headers(init.headers).has(idempotencyHeader)) return this.#ports.fetch(url, init)
    for (const pause of pauses) {
      const response = await this.#ports
        .fetch(url, init)
        .then(takeWhole)
        .catch((error: unknown) => giveUpIfStopped(init, error))
      if (response && !(await isStillRunning(response))) return response
      await this.#ports.pause(pause)
    }
    return this.#ports.fetch(url, init)
  }

  async #tokenAfter(refused: string) {
    const current = tokenOf(this.#standing)
    return current === refused ? tokenOf(await this.renew()) : current
  }

  async #requestRenewal() {
    try {
      return this.accept(await createClient(accountApi, this.#ports.fetch).refresh())
    } catch (error) {
      if (error instanceof RefusedError && error.problem.status === 401) return this.forget()
      throw error
    }
  }

  #change(next: Standing) {
    this.#standing = next
    for (const listener of this.#listeners) listener()
    return next
  }
}

/** A machine whose clock is wrong renews too often, but at most once a margin. */
const renewalTime = (now: number, expiresAt: number) => Math.max(expiresAt - margin, now + margin)

/** A reply that breaks off in the middle is none. */
const takeWhole = async (response: Response) => new Response(await response.arrayBuffer(), response)

function giveUpIfStopped({ signal }: RequestInit, error: unknown) {
  if (signal?.aborted) throw error
  return undefined
}

async function isStillRunning(response: Response) {
  if (response.status !== 409) return false
  const { data } = ProblemReply.safeParse(
    await response
      .clone()
      .json()
      .catch(() => undefined),
  )
  return data?.type === problemType(requestRunning)
}

const tokenOf = (standing: Standing) => (standing.state === 'signed-in' ? standing.token : undefined)

function withToken(init: RequestInit, token: string | undefined): RequestInit {
  if (token === undefined) return init
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}
