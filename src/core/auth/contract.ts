/** Accounts on the wire: first administrator, registration, sign-in, rotating refresh, sign-out. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant, PersonId } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

export const Role = z.enum(['member', 'administrator'])
export type Role = z.infer<typeof Role>

export const Person = z.object({
  id: PersonId,
  email: z.string(),
  name: z.string(),
  role: Role,
  createdAt: Instant,
})
export type Person = z.infer<typeof Person>

export const passwordLength = { least: 10, most: 200 }

const Email = z
  .email('This is not an e-mail address.')
  .max(200)
  .transform((email) => email.toLowerCase())
const Name = z.string().trim().min(1, 'Say how Cairn should call you.').max(100)
const Password = z
  .string()
  .min(passwordLength.least, `Use at least ${passwordLength.least} characters.`)
  .max(passwordLength.most, `Use at most ${passwordLength.most} characters.`)

export const Registration = z.object({ email: Email, name: Name, password: Password })
export type Registration = z.infer<typeof Registration>

/** The access token is a JWT; `expiresAt` says when it has to be renewed with the refresh cookie. */
export const SignedIn = z.object({ accessToken: z.string(), expiresAt: Instant, person: Person })
export type SignedIn = z.infer<typeof SignedIn>

const Welcome = z.object({
  version: z.string(),
  needsAdministrator: z.boolean(),
  registration: z.enum(['open', 'closed']),
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
export const linkSpent = defineProblem({ name: 'account/link-spent', status: 403, title: 'This link cannot be used' })
export const signInEnded = defineProblem({
  name: 'account/sign-in-ended',
  status: 401,
  title: 'This sign-in has ended',
})

const account = defineNoun({ name: 'account.person', about: 'Name and address of the account' })

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
    body: Registration.extend({ token: z.string().max(200) }),
    status: 201,
    reply: SignedIn,
    problems: [linkSpent, emailTaken],
  }),
  register: endpoint({
    method: 'POST',
    path: '/account/register',
    summary: 'Makes an account and signs in',
    access: 'public',
    body: Registration,
    status: 201,
    reply: SignedIn,
    problems: [registrationClosed, emailTaken],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/account/sign-in',
    summary: 'Signs in with e-mail and password; sets the refresh cookie',
    access: 'public',
    body: z.object({ email: Email, password: z.string().max(passwordLength.most) }),
    reply: SignedIn,
    problems: [wrongCredentials],
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/account/refresh',
    summary: 'Trades the refresh cookie for its successor and a new access token',
    access: 'public',
    reply: SignedIn,
    problems: [signInEnded],
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/account/sign-out',
    summary: 'Ends this sign-in',
    access: account.write,
    reply: z.object({}),
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
}
