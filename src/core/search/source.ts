/** How a space makes its things found. */
import type { Reader } from '#core/db'
import type { AppendedEvent } from '#core/events'
import type { ListIds } from '#core/projections'
import type { SearchDocument } from './document.ts'

/** How things of one kind are found. */
export interface SearchSource {
  space: string
  kind: string
  /** The id of the thing that an event touches, or undefined when it is not of this kind. */
  touchedBy(event: AppendedEvent): string | undefined
  /** The document as it stands now; undefined removes it. */
  load(reader: Reader, id: string): Promise<SearchDocument | undefined>
  /** Ids of all things that have a document, a page at a time. */
  all: ListIds
}
