/** What stands in the log. */

/** `name` is `space.noun-happened`, in the past tense; `topic` is what live clients subscribe to. */
export interface NewEvent {
  name: `${string}.${string}`
  topic: string
  entity: string
  owner: string
  /** Who did it: a person's id, or `job:` and its id. */
  actor: string
  payload?: Record<string, unknown>
}

/** In the log, in the transaction that made it; its place in the order is given at the latest after the commit. */
export interface AppendedEvent extends Omit<Required<NewEvent>, 'name'> {
  name: string
  at: number
}

export interface StoredEvent extends AppendedEvent {
  position: number
}
