/** What a whole graph is about: of each kind the nodes that most things name. */
import type { Reader } from '#core/db'
import { selectEdges, type Filter } from './filter.ts'
import { drawPicture, type Picture } from './picture.ts'

export interface Overviewed extends Filter {
  owner: string
  kinds: readonly string[]
  most: number
}

export async function readOverview(reader: Reader, { owner, kinds, most, ...days }: Overviewed): Promise<Picture> {
  const ranked: string[][] = []
  for (const kind of kinds) ranked.push(await rankNodes(reader, { ...days, owner, kind, most: most + 1 }))
  const all = interleave(ranked)
  const picture = await drawPicture(reader, { ...days, owner, kinds, ids: all.slice(0, most) })
  return { ...picture, isCut: all.length > most || picture.isCut }
}

interface Ranked extends Filter {
  owner: string
  kind: string
  most: number
}

/** A node that two sessions name comes before one that is younger. */
async function rankNodes(reader: Reader, { owner, kind, most, ...days }: Ranked) {
  const rows = await selectEdges(reader, owner, days)
    .select(({ fn, val }) => [
      'target',
      fn.count('ref').distinct().as('times'),
      fn.coalesce(fn.max('day'), val('')).as('youngest'),
    ])
    .where('target', 'like', `${kind}:%`)
    .groupBy('target')
    .orderBy('times', 'desc')
    .orderBy('youngest', 'desc')
    .orderBy('target')
    .limit(most)
    .execute()
  return rows.map(({ target }) => target)
}

/** The first of each list, the second of each, and so on: no kind crowds out the others. */
function interleave(lists: readonly (readonly string[])[]) {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list.slice(rank, rank + 1))).flat()
}
