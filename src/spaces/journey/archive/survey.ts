/** Counts what an archive would bring, before anything is changed. Refuses what brings nothing at all. */
import { Problem } from '#contract/problem'
import type { Db } from '#core/db'
import { archiveLimits, nothingToImport, type ImportFault, type ImportPreview } from '../contract.ts'
import type { Belongings } from './belongings.ts'
import { isKnown } from './admission.ts'
import type { Item, Opened } from './opening.ts'
import type { PortableSession } from './portable.ts'

const shownSessions = 20

export async function survey(
  { db, owner }: { db: Pick<Db, 'read'>; owner: string },
  opened: Opened,
): Promise<ImportPreview> {
  const counts = { fresh: 0, known: 0, unreadable: 0 }
  const faults: ImportFault[] = []
  const days: string[] = []
  const shown: PortableSession[] = []
  const seen = new Set<string>()
  for await (const item of opened.items()) {
    const sort = await sortOf(db, { owner, seen }, item)
    counts[sort] += 1
    if ('why' in item) faults.push(item)
    else if (sort === 'fresh') {
      days.push(item.session.date)
      if (shown.length < shownSessions) shown.push(item.session)
    }
    assertFew(counts)
  }
  if (counts.fresh + counts.known === 0) throw nothingIn(faults)
  days.sort()
  return {
    ...counts,
    faults: faults.slice(0, archiveLimits.faults),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    sessions: shown.map(describe),
    belongings: countBelongings(opened.belongings),
    hasSettings: Object.keys(opened.settings).length > 0,
  }
}

const countBelongings = (belongings: Belongings) => ({
  actions: belongings.actions.length,
  topics: belongings['own-topics'].length,
  words: belongings['own-words'].length,
  reflections: belongings.reflections.length,
})

async function sortOf({ read }: Pick<Db, 'read'>, { owner, seen }: { owner: string; seen: Set<string> }, item: Item) {
  if ('why' in item) return 'unreadable'
  const isRepeated = seen.has(item.session.id)
  seen.add(item.session.id)
  return isRepeated || (await isKnown(read, owner, item.session)) ? 'known' : 'fresh'
}

function assertFew({ fresh, known, unreadable }: { fresh: number; known: number; unreadable: number }) {
  if (fresh + known + unreadable <= archiveLimits.sessions) return
  const most = archiveLimits.sessions.toLocaleString('en')
  throw new Problem(nothingToImport, `This holds more than ${most} sessions. Divide it; nothing of it was kept.`)
}

function nothingIn([first]: readonly ImportFault[]) {
  const words = first ? `${first.place}: ${first.why}` : 'There is no session in this file.'
  return new Problem(nothingToImport, words)
}

const describe = ({ title, date, transcript, elements }: PortableSession) => ({
  title,
  date,
  characters: transcript?.text.length ?? 0,
  elements: elements.length,
})
