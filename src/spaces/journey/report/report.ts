/** What a span of time was about: counted over its sessions, told in the person's words, without what they rejected. */
import type { Reader } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { readZone } from '../actions/reminders/settings.ts'
import { countWords } from '../contents/word-count.ts'
import type { Report, ReportChange, ReportCourse, ReportTheme } from '../contract.ts'
import { isOwn, spansOf, traitsOf } from '../elements/stored-elements.ts'
import { readPatterns } from '../patterns/patterns.ts'
import { journeyTables, type ElementRow } from '../schema.ts'
import { readAdherence } from './adherence.ts'
import { quoterOf, readSources, type Quoter, type Reported } from './sources.ts'

const most = { themes: 12, courses: 20, quotes: 3, breakthroughs: 20, changes: 12 }

export async function readReport(core: Pick<Core, 'db' | 'settings' | 'now'>, asked: Reported): Promise<Report> {
  const reader = core.db.read
  const sources = await readSources(reader, asked)
  const quote = quoterOf(sources)
  const sessions = [...sources.values()].map(({ day, text }) => ({ day, words: countWords(text) }))
  const found = await listFound(reader, asked)
  const of = (kind: string) => found.filter((one) => one.kind === kind)
  const when = { now: core.now(), zone: await readZone(core, asked.owner) }
  return {
    from: asked.from,
    to: asked.to,
    sessions: sessions.length,
    words: sessions.reduce((sum, { words }) => sum + words, 0),
    days: daysOf(sessions),
    changes: await readChanges(reader, asked),
    feelings: themesOf(of('emotion'), ({ traits }) => traits.family, quote),
    topics: themesOf(of('topic'), ({ traits }) => traits.domain, quote),
    breakthroughs: of('insight')
      .slice(-most.breakthroughs)
      .flatMap((one) => quoted(one, quote).map((words) => ({ ...words, label: one.label }))),
    beliefs: coursesOf(of('belief'), ({ traits }) => traits.belief?.standing, quote),
    challenges: coursesOf(of('challenge'), ({ traits }) => traits.challenge?.standing, quote),
    ...(await readAdherence(reader, { ...asked, ...when }, quote)),
    reflection: await readReflection(reader, asked),
  }
}

function daysOf(sessions: readonly { day: string; words: number }[]) {
  const days = Map.groupBy(sessions, ({ day }) => day)
  return [...days].map(([day, list]) => ({ day, words: list.reduce((sum, { words }) => sum + words, 0) }))
}

/**
 * Patterns whose days touch the span. They are read from all sessions of a person, and nothing tells which of them one
 * would still be there without, so a report of certain sessions has none.
 */
async function readChanges(reader: Reader, { owner, from, to, only }: Reported): Promise<ReportChange[]> {
  if (only !== undefined) return []
  const { patterns } = await readPatterns(reader, owner)
  const touching = patterns.filter((pattern) => pattern.from <= to && pattern.to >= from)
  return touching.slice(0, most.changes).map(({ kind, sentence, n, counted }) => ({ kind, sentence, n, counted }))
}

type FoundRow = Pick<ElementRow, 'kind' | 'key' | 'label' | 'traits' | 'spans' | 'session_id'>

/** Oldest first. */
async function listFound(reader: Reader, { owner, from, to, only }: Reported) {
  const rows: FoundRow[] = await journeyTables(reader)
    .selectFrom('journey_elements')
    .innerJoin('journey_sessions', 'journey_sessions.id', 'journey_elements.session_id')
    .select(['kind', 'key', 'label', 'traits', 'spans', 'session_id'])
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

const quoted = ({ session_id, spans }: Found, quote: Quoter) => quote(session_id, spans[0])

/** What came up on the most days first. */
function themesOf(found: readonly Found[], branchOf: (one: Found) => string | undefined, quote: Quoter): ReportTheme[] {
  const themes = [...Map.groupBy(found, ({ label }) => label.toLowerCase()).values()].map((list) => ({
    label: list[0]?.label ?? '',
    branch: list.map(branchOf).find((branch) => branch !== undefined) ?? '',
    days: new Set(list.map(({ session_id }) => session_id)).size,
    quotes: list.slice(-most.quotes).flatMap((one) => quoted(one, quote)),
  }))
  return themes.toSorted((a, b) => b.days - a.days || a.label.localeCompare(b.label)).slice(0, most.themes)
}

/** The first words and the last, with how it was meant then; what was spoken of last comes first. */
function coursesOf(
  found: readonly Found[],
  standingOf: (one: Found) => string | undefined,
  quote: Quoter,
): ReportCourse[] {
  const courses = [...Map.groupBy(found, ({ key }) => key).values()].toReversed().map((list) => {
    const standings = list.flatMap((one) => standingOf(one) ?? [])
    const ends = list.length > 1 ? [list[0], list.at(-1)] : [list[0]]
    return {
      label: list.at(-1)?.label ?? '',
      first: standings[0] ?? '',
      last: standings.at(-1) ?? '',
      quotes: ends.flatMap((one) => (one ? quoted(one, quote) : [])),
    }
  })
  return courses.slice(0, most.courses)
}

async function readReflection(reader: Reader, { owner, from, to }: Reported) {
  const query = journeyTables(reader).selectFrom('journey_reflections').select('text').where('owner', '=', owner)
  return (await query.where('from_day', '=', from).where('to_day', '=', to).executeTakeFirst())?.text ?? ''
}
