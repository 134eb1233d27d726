/**
 * Ties between what was found in different places: an insight that leads to another, an insight that revises a belief,
 * an action that follows up a challenge. Pure and deterministic: the same elements in any order give the same links.
 */
export interface LinkableElement {
  id: string
  sessionId: string
  /** `YYYY-MM-DD`. */
  day: string
  kind: 'belief' | 'challenge' | 'insight' | 'action'
  label: string
  /** Labels of the topics in the same passages. */
  topics: readonly string[]
  /** The numbers of its passages in the session. */
  passages: readonly number[]
}

export interface Link {
  type: 'LEADS_TO' | 'REVISES' | 'FOLLOWS_UP'
  /** Ids of elements; the source is the later or the answering one, but for LEADS_TO, which runs with time. */
  source: string
  target: string
  /** 0 … 1, how much the two share. */
  weight: number
}
