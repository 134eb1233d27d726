/** The sentences of a session, as its last analysis found them: in order, and never overlapping. */
import { z } from 'zod'
import { fromJson } from '#std/json'
import type { SessionRow } from '../schema.ts'

const Passages = z.array(z.object({ start: z.int(), end: z.int() }))

export const sentencesOf = ({ passages }: Pick<SessionRow, 'passages'>) => fromJson(Passages, passages)
