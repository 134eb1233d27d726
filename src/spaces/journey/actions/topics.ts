/** What the actions of a session are about: the surest topic that is named in the same sentence. */
import { z } from 'zod'
import type { Tx } from '#core/db'
import { fromJson } from '#std/json'
import { spansOf } from '../elements/stored-elements.ts'
import { journeyTables } from '../schema.ts'

const Stretch = z.object({ start: z.int(), end: z.int() })
type Stretch = z.infer<typeof Stretch>

type TopicOf = (spans: readonly Stretch[]) => string | null

export async function topicsOf(tx: Tx, sessionId: string): Promise<TopicOf> {
  const { passages } = await journeyTables(tx)
    .selectFrom('journey_sessions')
    .select('passages')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const sentences = fromJson(z.array(Stretch), passages)
  const rows = await journeyTables(tx)
    .selectFrom('journey_elements')
    .select(['label', 'spans'])
    .where('session_id', '=', sessionId)
    .where('kind', '=', 'topic')
    .where('status', '!=', 'rejected')
    .orderBy('confidence', 'desc')
    .orderBy('id')
    .execute()
  const topics = rows.map((row) => ({ label: row.label, spans: spansOf(row) }))
  return (spans) => {
    const around = sentences.filter((sentence) => spans.some((span) => overlap(span, sentence)))
    const topic = topics.find((one) => one.spans.some((span) => around.some((sentence) => overlap(span, sentence))))
    return topic?.label ?? null
  }
}

const overlap = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end
