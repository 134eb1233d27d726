/** The graph as a projection: a part a thing, named by the id of the thing. */
import type { Reader } from '#core/db'
import { defineProjection, eachId, type Page } from '#core/projections'
import type { GraphSource } from './source.ts'
import { putPart, readPart, rowsOf } from './part.ts'
import { graphTables } from './schema.ts'

export function graphProjection(sources: readonly GraphSource[]) {
  return defineProjection({
    name: 'graph',
    things: (reader, after) => eachId((...page) => listThings(sources, ...page), reader, after),
    kept: (reader) => eachId(listOrigins, reader, ''),
    async derive(reader, id) {
      for (const source of sources) {
        const part = await source.load(reader, id)
        if (part) return rowsOf(part, id)
      }
      return undefined
    },
    read: readPart,
    put: putPart,
  })
}

/** The sources as one list in order. */
async function listThings(sources: readonly GraphSource[], reader: Reader, page: Page) {
  const lists = await Promise.all(sources.map((source) => source.all(reader, page)))
  return lists.flat().sort().slice(0, page.limit)
}

/** A thing with a part has edges; one whose edges are lost may have nodes still. */
async function listOrigins(reader: Reader, { after, limit }: Page) {
  const tables = graphTables(reader)
  const rows = await tables
    .selectFrom('graph_edges')
    .select('origin')
    .where('origin', '>', after)
    .union(tables.selectFrom('graph_nodes').select('origin').where('origin', '>', after))
    .orderBy('origin')
    .limit(limit)
    .execute()
  return rows.map(({ origin }) => origin)
}
