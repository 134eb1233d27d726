/**
 * Search over everything a person has. Spaces declare how a thing becomes a document; the index follows the log inside
 * the transaction, so what is saved is found. Permission is part of every query to the engine, never a filter after it.
 */
import type { Cache } from '#core/cache'
import type { Db, Tx } from '#core/db'
import type { Events, AppendedEvent } from '#core/events'
import type { Projection } from '#core/projections'
import { searchHandlers } from './handlers.ts'
import { postgresIndex } from './postgres-index.ts'
import { searchProjection } from './projection.ts'
import { countState } from './results.ts'
import { removeDocument, toRow } from './rows.ts'
import type { SearchSource } from './source.ts'
import { sqliteIndex } from './sqlite-index.ts'
import type { SearchIndex } from './index-engine.ts'

export type { SearchDocument } from './document.ts'
export type { SearchSource } from './source.ts'
export { searchMigrations } from './schema.ts'
export { searchRecords } from './personal.ts'

export interface Search {
  register(source: SearchSource): void
  /** The index as something that can be built again. */
  projection: Projection
  handlers: ReturnType<typeof searchHandlers>
}

export function createSearch({ db, cache, events }: { db: Db; cache: Cache; events: Events }): Search {
  const sources: SearchSource[] = []
  const index = db.engine === 'postgres' ? postgresIndex : sqliteIndex
  events.addInline({
    name: 'search.index',
    async handle(tx, event) {
      for (const source of sources) await follow({ tx, index }, source, event)
    },
  })
  return {
    register: (source) => void sources.push(source),
    projection: searchProjection(sources, index),
    handlers: searchHandlers({ db, cache, index }),
  }
}

interface Indexing {
  tx: Tx
  index: SearchIndex
}

async function follow({ tx, index }: Indexing, source: SearchSource, event: AppendedEvent) {
  const id = source.touchedBy(event)
  if (id === undefined) return
  const key = { space: source.space, kind: source.kind, id }
  const document = await source.load(tx, id)
  if (document) await index.put(tx, key, toRow(document))
  else await removeDocument(tx, key)
  if (index.keepsResults) await countState(tx, { owner: event.owner })
}
