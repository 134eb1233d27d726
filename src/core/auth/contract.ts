/** Accounts on the wire: first administrator, registration, sign-in, rotating refresh, and the account itself. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { keysApi } from './keys/contract.ts'
import {
  Email,
  KnownPassword,
  linkSpent,
  LinkToken,
  Name,
  Password,
  Person,
  tooManyTries,
} from './people/person-contract.ts'
import { recordsApi } from './records/contract.ts'
import { signInsApi } from './sign-ins/contract.ts'

export * from './keys/contract.ts'
export * from './people/contract.ts'
export * from './people/person-contract.ts'
export * from './records/contract.ts'
export * from './sign-ins/contract.ts'

export const Registration = z.object({ email: Email, name: Name, password: Password })
export type Registration = z.infer<typeof Registration>

/** Who may make an account: anybody, who was invited, or nobody. */
export const RegistrationMode = z.enum(['open', 'invitation', 'closed'])
export type RegistrationMode = z.infer<typeof RegistrationMode>

/** The access token is a JWT; `expiresAt` says when it has to be renewed with the refresh cookie. */
export const SignedIn = z.object({ accessToken: z.string(), expiresAt: Instant, person: Person })
export type SignedIn = z.infer<typeof SignedIn>

const Welcome = z.object({
  version: z.string(),
  needsAdministrator: z.boolean(),
  registration: RegistrationMode,
  spaces: z.array(z.string()),
})

export const emailTaken = defineProblem({
  name: 'account/email-taken',
  status: 409,
  title: 'This address has an account',
})
export const wrongCredentials = defineProblem({
  name: 'account/wrong-credentials',
  status: 401,
  title: 'This did not match',
})
export const registrationClosed = defineProblem({
  name: 'account/registration-closed',
  status: 403,
  title: 'Registration is closed',
})
export const invitationNeeded = defineProblem({
  name: 'account/invitation-needed',
  status: 403,
  title: 'An invitation is needed',
})
export const signInEnded = defineProblem({
  name: 'account/sign-in-ended',
  status: 401,
  title: 'This sign-in has ended',
})

const account = defineNoun({ name: 'account.person', about: 'Name and address of the account' })

/** Who cannot come in cannot make room either. */
const toMakeRoom = 'frees'

export const accountApi = {
  getWelcome: endpoint({
    method: 'GET',
    path: '/welcome',
    summary: 'What a visitor may do: make the first administrator, register, or sign in',
    access: 'public',
    reply: Welcome,
  }),
  createFirstAdministrator: endpoint({
    method: 'POST',
    path: '/account/first-administrator',
    summary: 'Makes the first administrator with the one-time link printed at the start',
    access: 'public',
    limit: 'sign-in',
    body: Registration.extend({ token: LinkToken }),
    status: 201,
    reply: SignedIn,
    problems: [linkSpent, emailTaken],
  }),
  register: endpoint({
    method: 'POST',
    path: '/account/register',
    summary: 'Makes an account, with an invitation where one is needed, and signs in',
    access: 'public',
    limit: 'sign-in',
    body: Registration.extend({ invitation: LinkToken.optional() }),
    status: 201,
    reply: SignedIn,
    problems: [registrationClosed, invitationNeeded, linkSpent, emailTaken],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/account/sign-in',
    summary: 'Signs in with e-mail and password; sets the refresh cookie',
    access: 'public',
    limit: 'sign-in',
    footprint: toMakeRoom,
    body: z.object({ email: Email, password: KnownPassword }),
    reply: SignedIn,
    problems: [wrongCredentials, tooManyTries],
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/account/refresh',
    summary: 'Trades the refresh cookie for its successor and a new access token',
    access: 'public',
    footprint: toMakeRoom,
    reply: SignedIn,
    problems: [signInEnded],
  }),
  getAccount: endpoint({
    method: 'GET',
    path: '/account',
    summary: 'The person who is signed in',
    access: account.read,
    reply: Person,
  }),
  updateAccount: endpoint({
    method: 'PATCH',
    path: '/account',
    summary: 'Changes the name',
    access: account.write,
    body: z.object({ name: Name }),
    reply: Person,
  }),
  ...signInsApi,
  ...keysApi,
  ...recordsApi,
}
