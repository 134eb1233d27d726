/**
 * Frames of the live connection (`/api/v1/live`). A client signs in with its access token, subscribes to topics by
 * `{topic, epoch, position}` and gets what it missed, or `recovered: false` and then fetches again.
 * The epoch names one life of the log: a restored record has a new one.
 */
import { z } from 'zod'

const Topic = z.string().min(1).max(100)
const Position = z.int().min(0)

export const ClientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sign-in'), token: z.string().max(4000) }),
  z.object({
    type: z.literal('subscribe'),
    topic: Topic,
    epoch: z.string().max(100).optional(),
    position: Position.optional(),
  }),
  z.object({ type: z.literal('unsubscribe'), topic: Topic }),
])
export type ClientFrame = z.infer<typeof ClientFrame>

export const LiveEvent = z.object({
  type: z.literal('event'),
  topic: Topic,
  position: Position,
  at: z.int(),
  name: z.string(),
  entity: z.string(),
  payload: z.record(z.string(), z.unknown()),
})
export type LiveEvent = z.infer<typeof LiveEvent>

export const ServerFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signed-in') }),
  z.object({
    type: z.literal('subscribed'),
    topic: Topic,
    epoch: z.string(),
    position: Position,
    recovered: z.boolean(),
  }),
  LiveEvent,
  /** Passing news that is not in the log, such as the progress of a job. */
  z.object({ type: z.literal('signal'), topic: Topic, name: z.string(), payload: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('resync') }),
  z.object({ type: z.literal('refused'), detail: z.string(), topic: Topic.optional() }),
])
export type ServerFrame = z.infer<typeof ServerFrame>
