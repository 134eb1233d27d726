/**
 * Search over everything a person has. Spaces declare how a thing becomes a document; the index follows the log inside
 * the transaction, so what is saved is found. Permission is part of every query to the engine, never a filter after it.
 */
import type { Db, Reader, Tx } from '#core/db'
import type { Events, StoredEvent } from '#core/events'
import type { SearchDocument } from './document.ts'
import { searchHandlers } from './handlers.ts'
import { putDocument, removeDocument } from './sqlite-index.ts'

export type { SearchDocument } from './document.ts'
export { searchMigrations } from './schema.ts'

/** How things of one kind are found. */
export interface SearchSource {
  space: string
  kind: string
  /** The id of the thing that an event touches, or undefined when it is not of this kind. */
  touchedBy(event: StoredEvent): string | undefined
  /** The document as it stands now; undefined removes it. */
  load(reader: Reader, id: string): Promise<SearchDocument | undefined>
}

export interface Search {
  register(source: SearchSource): void
  handlers: ReturnType<typeof searchHandlers>
}

export function createSearch({ db, events }: { db: Db; events: Events }): Search {
  const sources: SearchSource[] = []
  events.addInline({
    name: 'search.index',
    async handle(tx, event) {
      for (const source of sources) await follow(tx, source, event)
    },
  })
  return { register: (source) => void sources.push(source), handlers: searchHandlers(db) }
}

async function follow(tx: Tx, source: SearchSource, event: StoredEvent) {
  const id = source.touchedBy(event)
  if (id === undefined) return
  const key = { space: source.space, kind: source.kind, id }
  const document = await source.load(tx, id)
  if (document) await putDocument(tx, key, document)
  else await removeDocument(tx, key)
}
