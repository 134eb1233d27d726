import type { Feeling, OwnTopicId } from '../../contract.ts'

/** A name of a tree as the page shows it. */
export interface Leaf {
  label: string
  branch: string
  /** Of a topic that is the person's own. */
  topicId: OwnTopicId | null
  /** Of a name of the feelings. */
  feeling: Feeling | null
}
