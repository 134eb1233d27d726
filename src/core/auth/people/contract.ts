/** People, reset links and invitations on the wire, for administrators. None of it opens what a person owns. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant, InvitationId } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { Email, lastAdministrator, OneTimeLink, Person, Role } from './person-contract.ts'

/** A person as administrators see them. */
export const PersonEntry = Person.extend({
  /** Null while the person may sign in. */
  disabledAt: Instant.nullable(),
})
export type PersonEntry = z.infer<typeof PersonEntry>

/** What is left out stays as it is. */
export const PersonChange = z.object({ role: Role.optional(), isDisabled: z.boolean().optional() })
export type PersonChange = z.infer<typeof PersonChange>

export const Invitation = z.object({
  id: InvitationId,
  /** Only this address can use it; null for any. */
  email: z.string().nullable(),
  role: Role,
  createdAt: Instant,
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>

const NewInvitation = z.object({ email: Email.nullable().default(null), role: Role.default('member') })

export const mostInvitations = 1000

export const personNotFound = defineProblem({
  name: 'account/person-not-found',
  status: 404,
  title: 'There is no such person',
})
export const invitationNotFound = defineProblem({
  name: 'account/invitation-not-found',
  status: 404,
  title: 'There is no such invitation',
})
export const invitationUseless = defineProblem({
  name: 'account/invitation-useless',
  status: 409,
  title: 'An invitation would not open the door',
})
export const tooManyInvitations = defineProblem({
  name: 'account/too-many-invitations',
  status: 409,
  title: 'Too many invitations are open',
})

const forAdministrators = { read: 'administrator', write: 'administrator', keys: false } as const
const people = defineNoun({ name: 'account.people', about: 'People with an account', ...forAdministrators })
const invitations = defineNoun({ name: 'account.invitations', about: 'Invitations', ...forAdministrators })

export const peopleApi = {
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    summary: 'People with an account, oldest first; search looks into names and addresses',
    access: people.read,
    query: PageQuery.extend({ search: z.string().trim().max(100).optional() }),
    reply: pageOf(PersonEntry),
  }),
  getPerson: endpoint({
    method: 'GET',
    path: '/people/:personId',
    summary: 'One person',
    access: people.read,
    reply: PersonEntry,
    problems: [personNotFound],
  }),
  updatePerson: endpoint({
    method: 'PATCH',
    path: '/people/:personId',
    summary: 'Changes the role of a person, or stops and lets them sign in',
    access: people.write,
    footprint: 'small',
    body: PersonChange,
    reply: PersonEntry,
    problems: [personNotFound, lastAdministrator],
  }),
  makeResetLink: endpoint({
    method: 'POST',
    path: '/people/:personId/reset-link',
    summary: 'Makes a one-time link for a new password; earlier ones end',
    access: people.write,
    status: 201,
    reply: OneTimeLink,
    problems: [personNotFound],
  }),
  listInvitations: endpoint({
    method: 'GET',
    path: '/invitations',
    summary: 'Invitations that nobody has used yet, newest first',
    access: invitations.read,
    query: PageQuery,
    reply: pageOf(Invitation),
  }),
  makeInvitation: endpoint({
    method: 'POST',
    path: '/invitations',
    summary: 'Makes an invitation; its secret is shown this once',
    access: invitations.write,
    body: NewInvitation,
    status: 201,
    reply: Invitation.extend({ token: z.string() }),
    problems: [tooManyInvitations, invitationUseless],
  }),
  endInvitation: endpoint({
    method: 'DELETE',
    path: '/invitations/:invitationId',
    summary: 'Takes an invitation back',
    access: invitations.write,
    reply: z.object({}),
    problems: [invitationNotFound],
  }),
}
