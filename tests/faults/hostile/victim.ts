/**
 * Those in whose names the bad requests are sent: a member, an administrator, and keys of the member. And a neighbour,
 * whose things must not change, whatever is asked.
 */
import { createClient, type Send } from '#contract/client'
import type { Client } from '#contract/endpoint'
import { accountApi } from '#core/auth/contract'
import { filesApi } from '#core/files/contract'
import { undoApi } from '#core/undo/contract'
import { journeyApi } from '../../../src/spaces/journey/contract.ts'

export interface Victim {
  /** Access tokens of the member and the administrator, which signing out ends. */
  tokens: Record<'victim' | 'administrator', string>
  /** Secrets of keys: one that may do all that keys may, and one that may do little. */
  keys: readonly string[]
  /** Of the victim's own things, of the neighbour's, and of what nobody needs. */
  ids: readonly string[]
  /** Signs in again whoever was signed out. */
  signInAgain(): Promise<void>
  checkAlive(): Promise<string[]>
  /** The neighbour's things are as they were. */
  checkBelongings(): Promise<string[]>
}

const diary = 'I was so anxious about work. I always fail at presentations. I will call my sister.'
const password = 'correct horse battery'

export async function createVictim(address: string, firstToken: string): Promise<Victim> {
  const send: Send = (path, init) => fetch(`${address}${path}`, init)
  const account = createClient(accountApi, send)
  const administrator = await account.createFirstAdministrator({
    body: { ...aboutOf('administrator'), token: firstToken },
  })
  const neighbour = await account.register({ body: aboutOf('neighbour') })
  const victim = await account.register({ body: aboutOf('victim') })
  const stranger = await account.register({ body: aboutOf('stranger') })
  const theirs = signed(send, neighbour.accessToken)
  const mine = signed(send, victim.accessToken)
  const keys = await makeKeys(createClient(accountApi, mine))
  const ids = [...(await writeThings(theirs)), ...(await writeThings(mine)), ...keys.ids, stranger.person.id, ...kinds]
  const before = await readAll(theirs)
  const tokens = { victim: victim.accessToken, administrator: administrator.accessToken }
  return {
    tokens,
    keys: keys.secrets,
    ids,
    async signInAgain() {
      for (const name of ['victim', 'administrator'] as const)
        if (!(await isSignedIn(signed(send, tokens[name])))) tokens[name] = await signIn(account, name)
    },
    async checkAlive() {
      const reply = await send('/api/v1/health/ready', {}).catch((error: unknown) => String(error))
      return typeof reply !== 'string' && reply.status === 200 ? [] : ['the server is not ready any more']
    },
    async checkBelongings() {
      const again = signed(send, await signIn(account, 'neighbour'))
      return (await readAll(again)) === before ? [] : ["the neighbour's things have changed"]
    },
  }
}

/** Stand in addresses as ids do. */
const kinds = ['journey.analyse-session', 'account.export']

type Account = Client<typeof accountApi>

const aboutOf = (name: string) => ({ email: `${name}@example.org`, name, password })

async function signIn(account: Account, name: string) {
  return (await account.signIn({ body: { email: aboutOf(name).email, password } })).accessToken
}

async function isSignedIn(send: Send) {
  const reply = await send('/api/v1/account', { method: 'GET' })
  await reply.arrayBuffer()
  return reply.status !== 401
}

function signed(send: Send, token: string): Send {
  return (path, init) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    return send(path, { ...init, headers })
  }
}

/** The id of a third key is among those that may be ended. */
async function makeKeys(account: Account) {
  const { items } = await account.listScopes()
  const scopes = items.flatMap(({ noun, acts }) => acts.map((act) => `${noun}:${act}`))
  const all = await account.makeKey({ body: { name: 'all', scopes } })
  const little = await account.makeKey({ body: { name: 'little', scopes: scopes.slice(0, 2) } })
  const spare = await account.makeKey({ body: { name: 'spare', scopes: scopes.slice(0, 1) } })
  return { secrets: [all.secret, little.secret], ids: [spare.id] }
}

async function writeThings(send: Send) {
  const journey = createClient(journeyApi, send)
  const { id: sessionId } = await journey.createSession({ body: { title: 'Monday' } })
  const { job } = await journey.addContent({ sessionId, file: new File([diary], 'diary.txt') })
  for (;;) {
    const { state } = await journey.getProgress({ sessionId })
    if (state === 'ready') break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { changeId } = await journey.updateSession({ sessionId, body: { description: 'A day.' } })
  const elements = await journey.listElements({ sessionId })
  const files = await createClient(filesApi, send).listFiles()
  return [sessionId, job.id, changeId, ...elements.items.map(({ id }) => id), ...files.items.map(({ id }) => id)]
}

async function readAll(send: Send) {
  const journey = createClient(journeyApi, send)
  const { items } = await journey.listSessions()
  const elements = await Promise.all(items.map(({ id: sessionId }) => journey.listElements({ sessionId })))
  const files = await createClient(filesApi, send).listFiles()
  const changes = await createClient(undoApi, send).listChanges()
  return JSON.stringify([items, elements, files, changes])
}
