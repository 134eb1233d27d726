/** The job that reads patterns, as it is named in the queue. */
import { z } from 'zod'

export const refreshKind = 'journey.refresh-patterns'

/** How many readings had begun when it was asked for. */
export const RefreshPayload = z.object({ run: z.int() })
export type RefreshPayload = z.infer<typeof RefreshPayload>
