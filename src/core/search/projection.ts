/** The index as a projection: a document a thing, source by source. */
import type { Reader } from '#core/db'
import { defineProjection, eachId } from '#core/projections'
import { searchTables } from './schema.ts'
import type { SearchSource } from './source.ts'
import type { SearchIndex } from './index-engine.ts'
import { countState } from './results.ts'
import { readRow, removeDocument, removeStrayWords, toRow, type Key } from './rows.ts'

export function searchProjection(sources: readonly SearchSource[], index: SearchIndex) {
  return defineProjection({
    name: 'search',
    things: (reader, after) => eachThing(sources, reader, after),
    kept: eachDocument,
    async derive(reader, key) {
      const { space, kind, id } = open(key)
      const source = sources.find((one) => one.space === space && one.kind === kind)
      const document = await source?.load(reader, id)
      return document && toRow(document)
    },
    read: (reader, key) => readRow(reader, open(key)),
    async put(tx, key, row) {
      const before = await readRow(tx, open(key))
      if (row) await index.put(tx, open(key), row)
      else await removeDocument(tx, open(key))
      if (!index.keepsResults) return
      for (const owner of new Set([before?.facts.owner, row?.facts.owner])) if (owner) await countState(tx, { owner })
    },
    removeStrays: removeStrayWords,
  })
}

const sealed = ({ space, kind, id }: Key) => `${space}/${kind}/${id}`

function open(key: string): Key {
  const [, space = '', kind = '', id = ''] = /^([^/]*)\/([^/]*)\/(.*)$/s.exec(key) ?? []
  return { space, kind, id }
}

/** The same order as of the rows: by space, then by kind. */
const inOrder = (a: SearchSource, b: SearchSource) => compare(a.space, b.space) || compare(a.kind, b.kind)
const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

async function* eachThing(sources: readonly SearchSource[], reader: Reader, after: string) {
  const from = open(after)
  for (const source of sources.toSorted(inOrder)) {
    const place = compare(source.space, from.space) || compare(source.kind, from.kind)
    if (place < 0) continue
    for await (const id of eachId(source.all, reader, place === 0 ? from.id : '')) yield sealed({ ...source, id })
  }
}

/** Documents of sources that this program does not have are in the walk too. */
async function* eachDocument(reader: Reader) {
  const kinds = searchTables(reader).selectFrom('search_documents').select(['space', 'kind']).distinct()
  for (const { space, kind } of await kinds.orderBy('space').orderBy('kind').execute()) {
    const ids = eachId((...page) => listDocuments({ space, kind }, ...page), reader, '')
    for await (const id of ids) yield sealed({ space, kind, id })
  }
}

async function listDocuments(
  { space, kind }: Omit<Key, 'id'>,
  ...[reader, { after, limit }]: Parameters<SearchSource['all']>
) {
  const query = searchTables(reader).selectFrom('search_documents').select('id')
  const rows = await query
    .where('space', '=', space)
    .where('kind', '=', kind)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
