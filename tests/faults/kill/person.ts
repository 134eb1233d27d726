/**
 * A person who uses Journey and remembers what the server acknowledged. When an answer does not come, they look what
 * became of it once the server is back: both is right, but never half.
 */
import { createClient, type Send } from '#contract/client'
import { RefusedError } from '#contract/problem'
import { accountApi } from '#core/auth/contract'
import { jobsApi } from '#core/jobs/contract'
import { searchApi } from '#core/search/contract'
import { undoApi } from '#core/undo/contract'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'
import type { Chance } from '../../world/chance.ts'
import type { Place } from './place.ts'
import { isUnanswered, Unanswered } from './unanswered.ts'

/** A session as it must be. */
export interface Remembered {
  id: string
  title: string
  parts: string[]
  isDeleted: boolean
  /** The way back from its deletion. */
  changeId: string | undefined
  /** What was decided about elements, by their id. */
  decisions: Map<string, { status: string; label: string }>
}

export interface Person {
  name: string
  sessions: Map<string, Remembered>
  acknowledged: number
  unanswered: number
  complaints: string[]
  chance: Chance
  clients: ReturnType<typeof clientsOf>
  /** Makes the account; asks until it is acknowledged. */
  arrive(): Promise<void>
}

const password = 'correct horse battery'

export function createPerson(name: string, place: Place, chance: Chance): Person {
  const token = { value: '' }
  return {
    name,
    sessions: new Map(),
    acknowledged: 0,
    unanswered: 0,
    complaints: [],
    chance,
    clients: clientsOf(signed(place, token, name)),
    arrive: () => register(place, name),
  }
}

function clientsOf(send: Send) {
  return {
    journey: createClient(journeyApi, send),
    undo: createClient(undoApi, send),
    jobs: createClient(jobsApi, send),
    search: createClient(searchApi, send),
  }
}

const sendTo =
  (place: Place): Send =>
  async (path, init) => {
    const address = await place.address()
    return fetch(`${address}${path}`, init).catch((error: unknown) => {
      throw new Unanswered('no answer', { cause: error })
    })
  }

/** Signs in when the token is missing or over. */
function signed(place: Place, token: { value: string }, name: string): Send {
  const send = sendTo(place)
  const withToken: Send = (path, init) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token.value}`)
    return send(path, { ...init, headers })
  }
  return async (path, init) => {
    const reply = await withToken(path, init)
    if (reply.status !== 401) return reply
    token.value = (await signIn(send, name)).accessToken
    return withToken(path, init)
  }
}

const emailOf = (name: string) => `${name}@example.org`
const signIn = (send: Send, name: string) =>
  createClient(accountApi, send).signIn({ body: { email: emailOf(name), password } })

/** An unanswered registration may have happened: then the address is taken. */
async function register(place: Place, name: string) {
  const account = createClient(accountApi, sendTo(place))
  for (;;) {
    try {
      await account.register({ body: { email: emailOf(name), name, password } })
      return
    } catch (error) {
      if (error instanceof RefusedError && error.problem.status === 409) return
      if (!isUnanswered(error)) throw error
    }
  }
}
