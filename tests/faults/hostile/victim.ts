/** The person in whose name the bad requests are sent, and a neighbour whose things must not change. */
import { createClient, type Send } from '#contract/client'
import type { Client } from '#contract/endpoint'
import { accountApi } from '#core/auth/contract'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'

export interface Victim {
  token: string
  /** Of the victim's own things and of the neighbour's. */
  ids: string[]
  signIn(): Promise<void>
  checkAlive(): Promise<string[]>
  /** The neighbour's things are as they were. */
  checkBelongings(): Promise<string[]>
}

const diary = 'I was so anxious about work. I always fail at presentations. I will call my sister.'
const password = 'correct horse battery'

export async function createVictim(address: string): Promise<Victim> {
  const send: Send = (path, init) => fetch(`${address}${path}`, init)
  const account = createClient(accountApi, send)
  const neighbour = asPerson(send, await register(account, 'neighbour'))
  const mine = await register(account, 'victim')
  const ids = [...(await writeSession(neighbour)), ...(await writeSession(asPerson(send, mine)))]
  const before = await readAll(neighbour)
  const victim: Victim = {
    token: mine,
    ids,
    async signIn() {
      victim.token = (await account.signIn({ body: { email: 'victim@example.org', password } })).accessToken
    },
    async checkAlive() {
      const reply = await send('/api/v1/health/ready', {}).catch((error: unknown) => String(error))
      return typeof reply !== 'string' && reply.status === 200 ? [] : ['the server is not ready any more']
    },
    async checkBelongings() {
      const again = asPerson(send, await signInAs(account, 'neighbour'))
      return (await readAll(again)) === before ? [] : ["the neighbour's things have changed"]
    },
  }
  return victim
}

type Account = Client<typeof accountApi>

async function register(account: Account, name: string) {
  const { accessToken } = await account.register({ body: { email: `${name}@example.org`, name, password } })
  return accessToken
}

const signInAs = async (account: Account, name: string) =>
  (await account.signIn({ body: { email: `${name}@example.org`, password } })).accessToken

function asPerson(send: Send, token: string) {
  return createClient(journeyApi, (path, init) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    return send(path, { ...init, headers })
  })
}

type Journey = Client<typeof journeyApi>

async function writeSession(journey: Journey) {
  const { id: sessionId } = await journey.createSession({ body: { title: 'Monday' } })
  const { job } = await journey.addContent({ sessionId, body: { text: diary } })
  for (;;) {
    const { state } = await journey.getProgress({ sessionId })
    if (state === 'ready') break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { items } = await journey.listElements({ sessionId })
  return [sessionId, job.id, ...items.map(({ id }) => id)]
}

async function readAll(journey: Journey) {
  const { items } = await journey.listSessions()
  const elements = await Promise.all(items.map(({ id: sessionId }) => journey.listElements({ sessionId })))
  return JSON.stringify([items, elements])
}
