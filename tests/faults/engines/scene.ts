/** What commands are drawn from: people, what they have seen of each other's things, and words to write. */
import { z } from 'zod'
import type { Chance } from '../../world/chance.ts'
import type { Exchange, Side } from './side.ts'

export interface Person {
  name: string
  email: string
  password: string
  /** When the access token is over; 0 without one. */
  expiresAt: number
}

export type Noun =
  'change' | 'element' | 'file' | 'invitation' | 'job' | 'key' | 'notification' | 'person' | 'session' | 'signIn'

export interface Command {
  /** For the report of a difference. */
  words: string
  run(side: Side): Promise<unknown>
  /** What the `id` of the reply, or of its items, names. */
  noun?: Noun
  /** Draws what is later on from the reply. */
  learn?(reply: Exchange): void
}

/** Draws a command of a person. */
export type Draw = (scene: Scene, person: Person) => Command

interface Thing {
  id: string
  owner: Person
}

export interface Scene {
  chance: Chance
  clock: { now: number }
  people: readonly Person[]
  /** The name of a thing that exists or existed: mostly one of the person's own. */
  pick(noun: Noun, person: Person): string
  remember(noun: Noun, id: string, owner: Person): void
  /** One-time secrets that were shown, by what they are for. */
  secrets: Record<'reset' | 'invitation' | 'key' | 'link' | 'cursor', string[]>
}

const nobody = '01a1f950-0000-7000-8000-ffffffffffff'
const kept = 40

export function createScene(chance: Chance, clock: { now: number }): Scene {
  const things = new Map<Noun, Thing[]>()
  const people = ['Ada', 'Bob', 'Cleo', 'Dan'].map((name) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    password: passwords[0],
    expiresAt: 0,
  }))
  return {
    chance,
    clock,
    people,
    secrets: { reset: [], invitation: [], key: [], link: [], cursor: [] },
    pick(noun, person) {
      const all = things.get(noun) ?? []
      const own = all.filter(({ owner }) => owner === person)
      const from = own.length > 0 && chance.happens(0.9) ? own : all
      return from.length === 0 || chance.happens(0.01) ? nobody : chance.pick(from).id
    },
    remember(noun, id, owner) {
      const list = (things.get(noun) ?? []).filter((thing) => thing.id !== id)
      things.set(noun, [...list, { id, owner }].slice(-kept))
    },
  }
}

export const passwords = ['correct horse battery', 'another long password'] as const

const fieldNouns: Record<string, Noun> = {
  changeId: 'change',
  element: 'element',
  fileId: 'file',
  job: 'job',
  jobId: 'job',
  person: 'person',
  session: 'session',
  sessionId: 'session',
}
const Fields = z.record(z.string(), z.unknown())

/** Remembers every id of a reply that names a thing. */
export function harvest(scene: Scene, owner: Person, { body, noun }: { body: unknown; noun: Noun | undefined }) {
  if (Array.isArray(body)) for (const item of body) harvest(scene, owner, { body: item, noun })
  const fields = Fields.safeParse(body)
  if (!fields.success) return
  for (const [name, value] of Object.entries(fields.data)) {
    const named = name === 'id' ? noun : fieldNouns[name]
    if (typeof value === 'string' && named) scene.remember(named, value, owner)
    else harvest(scene, owner, { body: value, noun: name === 'items' ? noun : named })
  }
}

const Token = z.object({ accessToken: z.string(), expiresAt: z.int() })
const Secret = z.object({ secret: z.string() })

/** What every reply may tell of the one who asked. */
export function learnAlways(scene: Scene, person: Person, { status, body }: Exchange) {
  const token = Token.safeParse(body)
  if (token.success) person.expiresAt = token.data.expiresAt
  if (status === 401) person.expiresAt = 0
  const secret = Secret.safeParse(body)
  if (secret.success) scene.secrets.key.push(secret.data.secret)
}

/** A page that is not the last one. */
export const Page = z.object({ next: z.string() })
