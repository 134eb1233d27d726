/** People, by the person at the machine: the same functions as behind the page of administrators. */
import { z } from 'zod'
import { PersonId } from '#contract/id'
import { Problem } from '#contract/problem'
import type { Auth, Caller } from '#core/auth'
import { Email, personNotFound, Role, type PersonChange, type PersonEntry } from '#core/auth/contract'
import { defineControl, type Exchange } from '#core/control'
import type { Controlled } from './controlled.ts'

/** Who acts at the machine is nobody with an account. */
const operator: Caller = {
  id: PersonId.parse('00000000-0000-0000-0000-000000000000'),
  email: '',
  name: 'Command line',
  role: 'administrator',
  createdAt: 0,
  credential: { kind: 'sign-in', id: 'command-line' },
}

const Someone = z.object({ email: Email })

export const userCommands = (controlled: Controlled) => [list(controlled), ...links(controlled), ...changes(controlled)]

const list = ({ auth }: Controlled) =>
  defineControl({
    name: 'user.list',
    input: z.object({}),
    async run(_, { say }) {
      for await (const person of everybody(auth)) say(describe(person))
      return true
    },
  })

const links = ({ auth, address }: Controlled) => [
  defineControl({
    name: 'user.add',
    input: Someone.extend({ role: Role.default('member') }),
    async run(body, { say }) {
      const { token, expiresAt } = await auth.peopleHandlers.makeInvitation(undefined, { caller: operator, body })
      say(`An invitation for ${body.email}, until ${dayOf(expiresAt)}. It works once:`)
      say(`${address}/join#${new URLSearchParams({ token, email: body.email }).toString()}`)
      return true
    },
  }),
  defineControl({
    name: 'user.reset-link',
    input: Someone,
    async run({ email }, { say }) {
      const params = { personId: (await find(auth, email)).id }
      const { token, expiresAt } = await auth.peopleHandlers.makeResetLink(undefined, { caller: operator, params })
      say(`A link for a new password of ${email}, until ${dayOf(expiresAt)}. It works once; earlier ones have ended:`)
      say(`${address}/reset#token=${token}`)
      return true
    },
  }),
]

const changes = ({ auth }: Controlled) => [
  defineControl({
    name: 'user.role',
    input: Someone.extend({ role: Role }),
    run: ({ email, role }, exchange) => update(auth, { email, change: { role } }, exchange),
  }),
  defineControl({
    name: 'user.disable',
    input: Someone,
    run: ({ email }, exchange) => update(auth, { email, change: { isDisabled: true } }, exchange),
  }),
  defineControl({
    name: 'user.enable',
    input: Someone,
    run: ({ email }, exchange) => update(auth, { email, change: { isDisabled: false } }, exchange),
  }),
]

async function update(auth: Auth, { email, change }: { email: string; change: PersonChange }, { say }: Exchange) {
  const params = { personId: (await find(auth, email)).id }
  say(describe(await auth.peopleHandlers.updatePerson(undefined, { caller: operator, params, body: change })))
  return true
}

async function find(auth: Auth, email: string): Promise<PersonEntry> {
  for await (const person of everybody(auth, email)) if (person.email === email) return person
  throw new Problem(personNotFound, `Nobody here has the address ${email}. “cairn user list” shows who does.`)
}

async function* everybody({ peopleHandlers }: Auth, search?: string): AsyncGenerator<PersonEntry> {
  let cursor: string | undefined
  do {
    const { items, next } = await peopleHandlers.listPeople(undefined, { query: { search, cursor, limit: 100 } })
    yield* items
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

const describe = ({ email, name, role, disabledAt, createdAt }: PersonEntry) =>
  `${email}  ${name}  ${role}${disabledAt === null ? '' : ', disabled'}  since ${dayOf(createdAt)}`

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
