/** Ids on the wire: UUIDv7 in lower case, branded by noun so that one cannot stand in for another. */
import { z } from 'zod'

export function idOf<const Noun extends string>(noun: Noun) {
  return z.uuid().brand<Noun>().describe(`id of a ${noun}`)
}

export const PersonId = idOf('person')
export type PersonId = z.infer<typeof PersonId>
export const JobId = idOf('job')
export type JobId = z.infer<typeof JobId>
export const FileId = idOf('file')
export type FileId = z.infer<typeof FileId>
export const ChangeId = idOf('change')
export type ChangeId = z.infer<typeof ChangeId>
export const SignInId = idOf('sign-in')
export type SignInId = z.infer<typeof SignInId>
export const KeyId = idOf('key')
export type KeyId = z.infer<typeof KeyId>
export const InvitationId = idOf('invitation')
export type InvitationId = z.infer<typeof InvitationId>

/** Milliseconds since 1970, UTC. */
export const Instant = z.int().min(0)

/** A calendar day, `2026-03-31`. */
export const CalendarDay = z.iso.date()
