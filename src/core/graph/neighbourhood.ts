/** What lies around one node, ring by ring. */
import type { Reader } from '#core/db'
import { selectEdges, type Filter } from './filter.ts'
import { joinEdges, mostEdges } from './joined-edges.ts'
import { drawPicture, findNodes, type Picture } from './picture.ts'

export interface Around extends Filter {
  owner: string
  id: string
  depth: number
  most: number
}

export async function readNeighbourhood(reader: Reader, around: Around): Promise<Picture | undefined> {
  const { owner, id: start, depth, most, ...filter } = around
  const [first] = await findNodes(reader, { owner, ids: [start] })
  if (!first) return undefined
  const ids = new Set([start])
  let rim = [start]
  let isCut = false
  for (let step = 0; step < depth && rim.length > 0; step += 1) {
    const edges = await readEdgesOf(reader, { ...filter, owner, start, rim })
    const fresh = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].filter((end) => !ids.has(end))
    const room = most - ids.size
    isCut ||= fresh.length > room || edges.length === mostEdges
    rim = fresh.slice(0, room)
    for (const end of rim) ids.add(end)
  }
  const picture = await drawPicture(reader, { ...filter, owner, start, ids: [...ids] })
  return { ...picture, isCut: isCut || picture.isCut }
}

interface Rim extends Filter {
  owner: string
  start: string
  rim: readonly string[]
}

/** The heaviest first. */
function readEdgesOf(reader: Reader, { owner, rim, ...filter }: Rim) {
  const touching = selectEdges(reader, owner, filter)
  return joinEdges(touching.where((edge) => edge.or([edge('source', 'in', rim), edge('target', 'in', rim)]))).execute()
}
