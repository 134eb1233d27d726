import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { apiPrefix, type Access } from '#contract/endpoint'
import { notAllowed, notInScope, notSignedIn, type ProblemKind } from '#contract/problem'
import { createNotesWorld } from '../world/notes-space.ts'
import { spaces } from '../../src/spaces.ts'
import { ask, type Answer } from './ask.ts'
import { createCast, createParties, type Cast } from './cast.ts'
import { endpoints, paramsOf, type Target } from './endpoints.ts'
import { makeObject } from './objects.ts'

let cast: Cast
beforeAll(async () => {
  cast = await createCast(await createNotesWorld({ spaces }))
}, 60_000)
afterAll(() => cast.world[Symbol.asyncDispose]())

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
})

type Parties = Awaited<ReturnType<typeof createParties>>
type Things = readonly string[]

const closed = endpoints.filter(({ endpoint }) => endpoint.access !== 'public')
const open = endpoints.filter(({ endpoint }) => endpoint.access === 'public')
const isFor = (access: Access, role: string) => access !== 'public' && access.role === role
const isForKeys = (access: Access) => access !== 'public' && access.isForKeys

/** Well-formed and malformed: things that nobody has. */
const missing = ['01a1f950-0000-7000-8000-000000000000', 'nonsense']

const owned = (target: Target, { owner, administrator }: Parties): Promise<Things> =>
  Promise.all(paramsOf(target).map((param) => makeObject(param, { world: cast.world, owner, administrator })))

const nothings = (target: Target): Things[] => missing.map((id) => paramsOf(target).map(() => id))

const names = (targets: readonly Target[]) => targets.map((target) => ({ name: target.name, target }))

/** Served: an answer of success, or a refusal that the contract declares and that is not about who asks. */
function expectServed(target: Target, who: string, { status, problem }: Answer) {
  const declared = (target.endpoint.problems ?? []).filter(
    (kind) => paramsOf(target).length === 0 || kind.status !== 404,
  )
  if (status < 300) return
  expect({ who, problem, isDeclared: declared.map(({ name }) => name).includes(nameOf(problem)) }).toEqual({
    who,
    problem,
    isDeclared: true,
  })
}
const nameOf = (problem: string): ProblemKind['name'] => `${problem.split('/')[0]}/${problem.split('/')[1]}`

test('no endpoint is left out here', async () => {
  const reply = await cast.world.send(`${apiPrefix}/openapi.json`, {})
  const { paths } = Description.parse(await reply.json())
  const served = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(endpoints.map(({ name }) => name).sort()).toEqual(served.map(({ operationId }) => operationId).sort())
})

test.concurrent.each(names(open))('$name answers a visitor', async ({ target }) => {
  expectServed(target, 'a visitor', await ask(cast.world, { target, things: [], token: undefined }))
})

test.concurrent.each(names(closed))(
  '$name opens to whom its contract says, and to nobody else',
  async ({ target }) => {
    const parties = await createParties(cast, target.endpoint)
    const things = await owned(target, parties)
    for (const { who, token, kind } of refusals(target, parties)) {
      const answers = await askAbout(target, token, [things, ...nothings(target)])
      expect({ who, problem: answers[0]?.problem, status: answers[0]?.status }).toEqual({
        who,
        problem: kind.name,
        status: kind.status,
      })
      expectAlike(who, answers)
    }
    for (const { who, token } of strangers(target, parties)) {
      const answers = await askAbout(target, token, [things, ...nothings(target)])
      expect({ who, status: answers[0]?.status }).toEqual({ who, status: 404 })
      expectAlike(who, answers)
    }
    for (const { who, token } of served(target, parties)) {
      const mine = await owned(target, parties)
      expectServed(target, who, await ask(cast.world, { target, things: mine, token }))
    }
  },
  60_000,
)

const askAbout = async (target: Target, token: string | undefined, all: readonly Things[]) => {
  const answers: Answer[] = []
  for (const things of all) answers.push(await ask(cast.world, { target, things, token }))
  return answers
}

/** Not a byte tells what is there from what is not. */
function expectAlike(who: string, [first, ...others]: readonly Answer[]) {
  for (const { traits } of others) expect({ who, traits }).toEqual({ who, traits: first?.traits })
}

interface Refused {
  who: string
  token: string | undefined
  kind: ProblemKind
}

/** Whom the contract keeps out, whatever they ask about. */
function refusals({ endpoint: { access } }: Target, { owner, keys }: Parties): Refused[] {
  const outsiders = Object.entries(cast.outsiders).map(([who, token]) => ({ who, token, kind: notSignedIn }))
  const forAdministrators = isFor(access, 'administrator')
  const forMembers: Refused[] = forAdministrators
    ? [
        { who: 'a member', token: owner.token, kind: notAllowed },
        { who: 'a key of a member', token: keys.whole, kind: notAllowed },
        { who: 'a key of an administrator without the scope', token: keys.ofAdministratorLacking, kind: notInScope },
      ]
    : [{ who: 'a key without the scope', token: keys.lacking, kind: notInScope }]
  const wholeKey = forAdministrators ? keys.ofAdministrator : keys.whole
  const noKeys = isForKeys(access) ? [] : [{ who: 'a key with every scope', token: wholeKey, kind: notInScope }]
  return [...outsiders, ...forMembers, ...noKeys]
}

/** Who may ask, but for whom the things of the owner do not exist. */
function strangers(target: Target, { administrator, keys }: Parties) {
  const { access } = target.endpoint
  if (paramsOf(target).length === 0 || isFor(access, 'administrator')) return []
  const people = [
    { who: 'another member', token: cast.other.token },
    { who: 'an administrator', token: administrator.token },
  ]
  return isForKeys(access) ? [...people, { who: 'a key of an administrator', token: keys.ofAdministrator }] : people
}

/** Who is let in; a key first, since a person can end what the key stands on. */
function served({ endpoint: { access } }: Target, { owner, administrator, keys }: Parties) {
  const forAdministrators = isFor(access, 'administrator')
  const person = forAdministrators
    ? { who: 'an administrator', token: administrator.token }
    : { who: 'the owner', token: owner.token }
  const key = { who: 'a key with the scope', token: forAdministrators ? keys.ofAdministrator : keys.whole }
  return isForKeys(access) ? [key, person] : [person]
}
