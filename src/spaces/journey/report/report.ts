/** What a span of time was about: counted over its sessions, told in the person's words, without what they rejected. */
import type { Reader } from '#core/db'
import { SessionId, type Report, type ReportCourse, type ReportQuote, type ReportTheme } from '../contract.ts'
import { isOwn, spansOf, traitsOf } from '../elements/stored-elements.ts'
import { journeyTables, type ElementRow } from '../schema.ts'

export interface Reported {
  owner: string
  from: string
  to: string
  /** Only these; all of the span unless told. */
  only?: ReadonlySet<string>
}

const most = { themes: 12, courses: 20, quotes: 3, breakthroughs: 20, actions: 30 }

export async function readReport(reader: Reader, asked: Reported): Promise<Report> {
  const sessions = await listSessions(reader, asked)
  const found = await listFound(reader, asked)
  const of = (kind: string) => found.filter((one) => one.kind === kind)
  return {
    from: asked.from,
    to: asked.to,
    sessions: sessions.length,
    words: sessions.reduce((sum, { words }) => sum + words, 0),
    days: daysOf(sessions),
    feelings: themesOf(of('emotion'), ({ traits }) => traits.family),
    topics: themesOf(of('topic'), ({ traits }) => traits.domain),
    breakthroughs: of('insight').slice(-most.breakthroughs).map(labelled),
    beliefs: coursesOf(of('belief'), ({ traits }) => traits.belief?.standing),
    challenges: coursesOf(of('challenge'), ({ traits }) => traits.challenge?.standing),
    actions: of('action').slice(-most.actions).map(labelled),
    reflection: await readReflection(reader, asked),
  }
}

async function listSessions(reader: Reader, { owner, from, to, only }: Reported) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_sessions')
    .leftJoin('journey_transcripts', 'journey_transcripts.session_id', 'journey_sessions.id')
    .select(['journey_sessions.id', 'journey_sessions.date', 'journey_transcripts.text'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const shown = rows.filter(({ id }) => only?.has(id) ?? true)
  return shown.map(({ date, text }) => ({ date, words: text?.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0 }))
}

function daysOf(sessions: readonly { date: string; words: number }[]) {
  const days = Map.groupBy(sessions, ({ date }) => date)
  return [...days].map(([day, list]) => ({ day, words: list.reduce((sum, { words }) => sum + words, 0) }))
}

type FoundRow = Pick<ElementRow, 'kind' | 'key' | 'label' | 'traits' | 'spans' | 'session_id'> & { date: string }

/** Oldest first. */
async function listFound(reader: Reader, { owner, from, to, only }: Reported) {
  const rows: FoundRow[] = await journeyTables(reader)
    .selectFrom('journey_elements')
    .innerJoin('journey_sessions', 'journey_sessions.id', 'journey_elements.session_id')
    .select(['kind', 'key', 'label', 'traits', 'spans', 'session_id', 'date'])
    .where('journey_sessions.owner', '=', owner)
    .where('journey_sessions.deleted_at', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('status', '!=', 'rejected')
    .orderBy('date')
    .orderBy('journey_sessions.id')
    .orderBy('place')
    .orderBy('journey_elements.id')
    .execute()
  return rows.filter((row) => (only?.has(row.session_id) ?? true) && isOwn(row)).map(toFound)
}

const toFound = ({ traits, spans, ...row }: FoundRow) => ({
  ...row,
  traits: traitsOf({ traits }),
  spans: spansOf({ spans }),
})
type Found = ReturnType<typeof toFound>

const quoteOf = ({ session_id, date, spans }: Found): ReportQuote => ({
  sessionId: SessionId.parse(session_id),
  day: date,
  quote: spans[0]?.quote ?? '',
})

const labelled = (found: Found) => ({ ...quoteOf(found), label: found.label })

/** What came up on the most days first. */
function themesOf(found: readonly Found[], branchOf: (one: Found) => string | undefined): ReportTheme[] {
  const themes = [...Map.groupBy(found, ({ label }) => label.toLowerCase()).values()].map((list) => ({
    label: list[0]?.label ?? '',
    branch: list.map(branchOf).find((branch) => branch !== undefined) ?? '',
    days: new Set(list.map(({ session_id }) => session_id)).size,
    quotes: list.slice(-most.quotes).map(quoteOf),
  }))
  return themes.toSorted((a, b) => b.days - a.days || a.label.localeCompare(b.label)).slice(0, most.themes)
}

/** The first words and the last, with how it was meant then; what was spoken of last comes first. */
function coursesOf(found: readonly Found[], standingOf: (one: Found) => string | undefined): ReportCourse[] {
  const courses = [...Map.groupBy(found, ({ key }) => key).values()].toReversed().map((list) => {
    const standings = list.flatMap((one) => standingOf(one) ?? [])
    const ends = list.length > 1 ? [list[0], list.at(-1)] : [list[0]]
    return {
      label: list.at(-1)?.label ?? '',
      first: standings[0] ?? '',
      last: standings.at(-1) ?? '',
      quotes: ends.flatMap((one) => (one ? [quoteOf(one)] : [])),
    }
  })
  return courses.slice(0, most.courses)
}

async function readReflection(reader: Reader, { owner, from, to }: Reported) {
  const query = journeyTables(reader).selectFrom('journey_reflections').select('text').where('owner', '=', owner)
  return (await query.where('from_day', '=', from).where('to_day', '=', to).executeTakeFirst())?.text ?? ''
}
