/** The elements of a person that links can tie, read session by session. */
import { setImmediate } from 'node:timers/promises'
import type { Reader } from '#core/db'
import { passagesOf } from '../elements/passages-of.ts'
import { sentencesOf } from '../elements/sentences-of.ts'
import { spansOf, traitsOf } from '../elements/stored-elements.ts'
import { mostElements } from '../graph/session-graph.ts'
import { journeyTables, type ElementRow, type SessionRow } from '../schema.ts'
import type { LinkableElement } from './linkable-element.ts'

const sessionsAtOnce = 50
const kinds = ['belief', 'challenge', 'insight', 'action'] as const

/** Lets others have their turn between two pages. */
export async function readLinkable(reader: Reader, { owner, signal }: { owner: string; signal: AbortSignal }) {
  const elements: LinkableElement[] = []
  let after = ''
  for (;;) {
    const sessions = await readSessions(reader, owner, after)
    const last = sessions.at(-1)
    if (!last) return elements
    const rows = Map.groupBy(await readElements(reader, sessions), ({ session_id }) => session_id)
    for (const session of sessions) elements.push(...linkableOf(session, rows.get(session.id) ?? []))
    after = last.id
    await setImmediate(undefined, { signal })
  }
}

type Session = Pick<SessionRow, 'id' | 'date' | 'passages'>

const readSessions = (reader: Reader, owner: string, after: string): Promise<Session[]> =>
  journeyTables(reader)
    .selectFrom('journey_sessions')
    .select(['id', 'date', 'passages'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(sessionsAtOnce)
    .execute()

const readElements = (reader: Reader, sessions: readonly Session[]): Promise<ElementRow[]> =>
  journeyTables(reader)
    .selectFrom('journey_elements')
    .selectAll()
    .where(
      'session_id',
      'in',
      sessions.map(({ id }) => id),
    )
    .where('kind', 'in', ['topic', ...kinds])
    .where('status', '!=', 'rejected')
    .orderBy('confidence', 'desc')
    .orderBy('id')
    .execute()

function linkableOf(session: Session, rows: readonly ElementRow[]): LinkableElement[] {
  const sentences = sentencesOf(session)
  const placed = rows.slice(0, mostElements).map((row) => ({ row, passages: passagesOf(spansOf(row), sentences) }))
  const topics = placed.filter(({ row }) => row.kind === 'topic')
  return placed.flatMap(({ row, passages }) => {
    const kind = kinds.find((each) => each === row.kind)
    if (!kind) return []
    const near = topics.filter((topic) => !topic.passages.isDisjointFrom(passages))
    const { belief, insight } = traitsOf(row)
    return {
      ...{ id: row.id, sessionId: session.id, day: session.date, kind, label: row.label },
      topics: near.map(({ row: { label } }) => label).sort(),
      passages: [...passages],
      ...(belief && { stance: belief.stance, standing: belief.standing }),
      ...(insight && { sort: insight.sort }),
    }
  })
}
