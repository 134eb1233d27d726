/** A person on the wire, and what they type about themselves. */
import { z } from 'zod'
import { Instant, PersonId } from '#contract/id'
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

export const Email = z
  .email('This is not an e-mail address.')
  .max(200)
  .transform((email) => email.toLowerCase())
export const Name = z.string().trim().min(1, 'Say how Cairn should call you.').max(100)
/** A password that is chosen now. */
export const Password = z
  .string()
  .min(passwordLength.least, `Use at least ${passwordLength.least} characters.`)
  .max(passwordLength.most, `Use at most ${passwordLength.most} characters.`)
/** A password that was chosen before: its rules may have been others. */
export const KnownPassword = z.string().max(passwordLength.most)

/** The secret of a link that works once. */
export const LinkToken = z.string().max(200)

/** A link that works once: its secret is shown now and never again. */
export const OneTimeLink = z.object({ token: z.string(), expiresAt: Instant })
export type OneTimeLink = z.infer<typeof OneTimeLink>

export const wrongPassword = defineProblem({
  name: 'account/wrong-password',
  status: 403,
  title: 'This is not the password',
})
/** The reply says in `retry-after` how many seconds to wait. */
export const tooManyTries = defineProblem({
  name: 'account/too-many-tries',
  status: 429,
  title: 'Too many wrong passwords',
})
export const linkSpent = defineProblem({ name: 'account/link-spent', status: 403, title: 'This link cannot be used' })
export const lastAdministrator = defineProblem({
  name: 'account/last-administrator',
  status: 409,
  title: 'There must be an administrator',
})
