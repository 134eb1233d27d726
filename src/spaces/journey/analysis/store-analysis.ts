/**
 * Stores what an analysis found. The same finding keeps its element, so a person's decision about it stays; what is no
 * longer found goes away unless a person decided about it. Every span is checked against the transcript.
 */
import type { Tx } from '#core/db'
import { toJson } from '#std/json'
import type { Core } from '../../../core/core.ts'
import { keepFollowUps } from '../actions/follow-ups/follow-ups.ts'
import { analyserVersion, type Analysis } from '../analyser/findings.ts'
import type { ElementKind, ElementTraits, Span } from '../contract.ts'
import { keepCrisis } from '../crisis/crisis.ts'
import { normalForm } from '../elements/normal-form.ts'
import { journeyTables, type ElementRow } from '../schema.ts'
import { tell } from '../sessions/sessions.ts'
import { readTranscript } from '../contents/transcript.ts'
import { readTaxonomyChange } from '../taxonomy/own-words.ts'
import { countWords } from '../contents/word-count.ts'

export interface Storing {
  owner: string
  sessionId: string
  revision: number
  /** When the own words that the analysis heeded had changed last; null where there were none. */
  taxonomy: number | null
  analysis: Analysis
  kinds: readonly string[]
  actor: string
}

interface Finding {
  kind: ElementKind
  key: string
  label: string
  traits: ElementTraits
  confidence: number
  spans: Span[]
}

/** Does nothing when the session was deleted or its transcript has grown since: then another job has the floor. */
export async function storeAnalysis(core: Core, tx: Tx, storing: Storing) {
  const { sessionId, owner, analysis, revision } = storing
  const session = await readLiving(tx, sessionId)
  const transcript = await readTranscript(tx, sessionId)
  if (!session || transcript.revision !== revision) return
  const findings = findingsOf(analysis).filter(({ kind }) => storing.kinds.includes(kind))
  const kept = new Map(findings.map((finding) => [keyOf(finding), finding]))
  for (const finding of kept.values()) assertSpans(transcript.text, finding)
  const before = await journeyTables(tx)
    .selectFrom('journey_elements')
    .selectAll()
    .where('session_id', '=', sessionId)
    .execute()
  await replaceElements(core, tx, { storing, kept, before })
  await journeyTables(tx)
    .updateTable('journey_sessions')
    .set({
      language: analysis.language,
      is_analysed: analysis.analysed ? 1 : 0,
      valence: analysis.analysed ? analysis.valence : null,
      analysed_revision: revision,
      analysed_at: await readingTime(core, tx, storing),
      passages: toJson(analysis.passages),
      words: countWords(transcript.text),
      crisis: keepCrisis(analysis.crisis),
    })
    .where('id', '=', sessionId)
    .execute()
  await keepFollowUps(core, tx, { sessionId, followUps: analysis.followUps })
  const payload = { elements: kept.size }
  await tell(core, tx, { owner, id: sessionId, actor: storing.actor, name: 'journey.session-analysed', payload })
}

/** Before the change that the reading missed, if it missed one: then the session is listed as outdated. */
async function readingTime({ now }: Pick<Core, 'now'>, tx: Tx, { owner, taxonomy }: Storing) {
  const changedAt = (await readTaxonomyChange(tx, owner)) ?? null
  if (changedAt === null) return now()
  return changedAt === taxonomy ? Math.max(now(), changedAt) : Math.min(now(), changedAt - 1)
}

async function readLiving(tx: Tx, sessionId: string) {
  const query = journeyTables(tx).selectFrom('journey_sessions').select('id').where('id', '=', sessionId)
  return query.where('deleted_at', 'is', null).executeTakeFirst()
}

export function findingsOf({ emotions, topics, elements }: Analysis): Finding[] {
  return [
    ...emotions.map(({ label, spans, score, ...traits }) => ({
      kind: 'emotion' as const,
      key: [label, traits.experiencer, traits.negated ? 'absent' : 'present'].join(' '),
      label,
      traits,
      confidence: score,
      spans,
    })),
    ...topics.map(({ label, domain, score, spans }) => ({
      kind: 'topic' as const,
      key: label,
      label,
      traits: { domain },
      confidence: score,
      spans,
    })),
    ...elements.map(({ kind, label, score, spans, ...traits }) => ({
      kind,
      key: normalForm(wordsOf(traits) ?? label),
      label,
      traits,
      confidence: score,
      spans,
    })),
  ]
}

/** A challenge is known by the words it was said in; its label may put them differently one day. */
const wordsOf = ({ challenge }: ElementTraits) => challenge?.words

const keyOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`

function assertSpans(text: string, { kind, spans }: Finding) {
  const isExact = spans.length > 0 && spans.every(({ start, end, quote }) => text.slice(start, end) === quote)
  if (!isExact) throw new Error(`The analyser gave a ${kind} whose quote does not stand in the transcript`)
}

interface Replacing {
  storing: Storing
  kept: ReadonlyMap<string, Finding>
  before: readonly ElementRow[]
}

async function replaceElements(core: Core, tx: Tx, { storing, kept, before }: Replacing) {
  const known = new Map(before.map((row) => [keyOf(row), row]))
  const gone = before.filter((row) => row.status === 'proposed' && !kept.has(keyOf(row)))
  for (const { id } of gone) await journeyTables(tx).deleteFrom('journey_elements').where('id', '=', id).execute()
  for (const [key, finding] of kept) {
    const row = known.get(key)
    if (row) await refreshElement(core, tx, { row, finding })
    else await addElement(core, tx, { storing, finding })
  }
}

async function refreshElement(core: Core, tx: Tx, { row, finding }: { row: ElementRow; finding: Finding }) {
  const fresh = columnsOf(finding)
  const label = row.status === 'proposed' || row.status === 'rejected' ? finding.label : row.label
  if (isSame(row, { ...fresh, label })) return
  const change = { ...fresh, label, updated_at: core.now() }
  await journeyTables(tx).updateTable('journey_elements').set(change).where('id', '=', row.id).execute()
}

const isSame = (row: ElementRow, fresh: Partial<ElementRow>) =>
  Object.entries(fresh).every(([column, value]) =>
    Object.entries(row).some(([name, old]) => name === column && old === value),
  )

async function addElement(core: Core, tx: Tx, { storing, finding }: { storing: Storing; finding: Finding }) {
  const at = core.now()
  const { kind, key, label } = finding
  await journeyTables(tx)
    .insertInto('journey_elements')
    .values({
      ...columnsOf(finding),
      id: core.newId(),
      session_id: storing.sessionId,
      owner: storing.owner,
      kind,
      key,
      label,
      status: 'proposed',
      created_at: at,
      updated_at: at,
    })
    .execute()
}

const columnsOf = ({ label, traits, confidence, spans }: Finding) => ({
  proposed_label: label,
  traits: toJson(traits),
  confidence,
  analyser: `${analyserVersion.name} ${analyserVersion.version}`,
  place: spans[0]?.start ?? 0,
  spans: toJson(spans),
})
