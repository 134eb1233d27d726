/** Sign-ins and the password on the wire: the security of one's own account. No key may touch it. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant, SignInId } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import {
  KnownPassword,
  linkSpent,
  LinkToken,
  Password,
  tooManyTries,
  wrongPassword,
} from '../people/person-contract.ts'

/** One browser that is signed in. */
export const SignIn = z.object({
  id: SignInId,
  createdAt: Instant,
  lastUsedAt: Instant,
  /** Such as “Firefox on Linux”; null when the browser did not say. */
  device: z.string().nullable(),
  /** True for the one that asks. */
  isCurrent: z.boolean(),
})
export type SignIn = z.infer<typeof SignIn>

export const signInNotFound = defineProblem({
  name: 'account/sign-in-not-found',
  status: 404,
  title: 'There is no such sign-in',
})

const signIns = defineNoun({ name: 'account.sign-ins', about: 'Where the account is signed in', keys: false })
const password = defineNoun({ name: 'account.password', about: 'The password of the account', keys: false })

export const signInsApi = {
  listSignIns: endpoint({
    method: 'GET',
    path: '/account/sign-ins',
    summary: 'Where I am signed in, newest first',
    access: signIns.read,
    query: PageQuery,
    reply: pageOf(SignIn),
  }),
  endSignIn: endpoint({
    method: 'DELETE',
    path: '/account/sign-ins/:signInId',
    summary: 'Ends one sign-in at once',
    access: signIns.write,
    reply: z.object({}),
    problems: [signInNotFound],
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/account/sign-out',
    summary: 'Ends this sign-in',
    access: signIns.write,
    footprint: 'frees',
    reply: z.object({}),
  }),
  signOutEverywhere: endpoint({
    method: 'POST',
    path: '/account/sign-out-everywhere',
    summary: 'Ends all other sign-ins, or all of them',
    access: signIns.write,
    footprint: 'frees',
    body: z.object({ which: z.enum(['others', 'all']) }),
    reply: z.object({ ended: z.int() }),
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/account/password',
    summary: 'Changes the password and ends all other sign-ins',
    access: password.write,
    footprint: 'small',
    body: z.object({ oldPassword: KnownPassword, newPassword: Password }),
    reply: z.object({ ended: z.int() }),
    problems: [wrongPassword, tooManyTries],
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/account/reset-password',
    summary: 'Sets a new password with a reset link and ends all sign-ins',
    access: 'public',
    limit: 'sign-in',
    footprint: 'small',
    body: z.object({ token: LinkToken, newPassword: Password }),
    reply: z.object({}),
    problems: [linkSpent],
  }),
}
