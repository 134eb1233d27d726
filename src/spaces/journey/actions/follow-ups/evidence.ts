/** The words of a session that a follow-up was read from. */
import { fromJson } from '#std/json'
import { Span } from '../../contract.ts'
import type { Evidence } from '../moves.ts'
import type { FollowUpRow } from '../schema.ts'

export const evidenceOf = ({ id, session_id, span, score }: FollowUpRow): Evidence => ({
  sessionId: session_id,
  followUpId: id,
  span: fromJson(Span, span),
  confidence: score,
})
