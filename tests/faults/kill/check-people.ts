/** Asks the server, as each person, whether everything is as they remember it. */
import { setTimeout as pause } from 'node:timers/promises'
import { RefusedError } from '#contract/problem'
import type { Person, Remembered } from './person.ts'

const between = '\n\n'
/** Of reading again what is outdated; each takes up to a thousand sessions. */
const mostRounds = 10

export async function checkPeople(crowd: readonly Person[]): Promise<string[]> {
  const violations: string[] = []
  for (const person of crowd) {
    violations.push(...(await waitForJobs(person)), ...(await readAgain(person)))
    const listed = await checkList(person)
    violations.push(...listed)
    for (const session of person.sessions.values()) {
      const found = session.isDeleted ? await checkDeleted(person, session) : await checkLiving(person, session)
      violations.push(...found.map((words) => `${session.title} ${words}`))
    }
  }
  return violations
}

async function waitForJobs({ clients: { jobs }, name }: Person): Promise<string[]> {
  for (;;) {
    const [waiting, running] = await Promise.all(
      (['queued', 'running'] as const).map((state) => jobs.listJobs({ query: { state, limit: 1 } })),
    )
    if ((waiting?.items.length ?? 0) + (running?.items.length ?? 0) === 0) break
    await pause(50)
  }
  const ended = await Promise.all(
    (['failed', 'cancelled'] as const).map((state) => jobs.listJobs({ query: { state } })),
  )
  return ended.flatMap(({ items }) => items).map(({ id, state, error }) => `job ${id} of ${name} ${state}: ${error}`)
}

/** What was read before a word was learned or unlearned is read with what is known now, so that it can be compared. */
async function readAgain(person: Person): Promise<string[]> {
  for (let round = 0; round < mostRounds; round += 1) {
    const { sessions } = await person.clients.journey.readAgain()
    if (sessions === 0) return []
    const complaints = await waitForJobs(person)
    if (complaints.length > 0) return complaints
  }
  return [`${person.name} has sessions that stay outdated`]
}

/** Sessions that nobody remembers would be doubled or half made ones. */
async function checkList({ clients, sessions, name }: Person): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await clients.journey.listSessions({ query: { limit: 100, cursor } })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  const wanted = [...sessions.values()].filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
  const isSame = seen.length === wanted.length && new Set(seen).isSubsetOf(new Set(wanted))
  return isSame ? [] : [`${name} should have ${wanted.length} sessions and has ${seen.length}`]
}

async function checkLiving(person: Person, session: Remembered): Promise<string[]> {
  const { journey } = person.clients
  const { id: sessionId, parts, title } = session
  const seen = await journey.getSession({ sessionId }).catch((error: unknown) => error)
  if (seen instanceof Error) return [`is lost: ${seen.message}`]
  const { text } = await journey.getTranscript({ sessionId })
  const { state } = await journey.getProgress({ sessionId })
  const nodes = await journey.getGraph({ query: { around: sessionId } }).catch(() => undefined)
  return [
    text === parts.join(between) ? '' : `has ${text.length} characters instead of ${parts.join(between).length}`,
    state === (parts.length === 0 ? 'empty' : 'ready') ? '' : `is ${state}`,
    nodes ? '' : 'is not in the graph',
    (await isFound(person, title, sessionId)) ? '' : 'is not found',
    ...(await checkDecisions(person, session)),
  ].filter((words) => words !== '')
}

async function isFound({ clients }: Person, title: string, sessionId: string) {
  const { items } = await clients.search.search({ query: { q: `"${title}"` } })
  return items.some(({ id }) => id === sessionId)
}

async function checkDecisions({ clients }: Person, { id: sessionId, decisions }: Remembered) {
  const elements = new Map<string, { status: string; label: string }>()
  let cursor: string | undefined
  do {
    const page = await clients.journey.listElements({ sessionId, query: { limit: 100, cursor } })
    for (const element of page.items) elements.set(element.id, element)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return [...decisions].flatMap(([id, { status, label }]) => {
    const element = elements.get(id)
    if (element?.status === status && (status === 'rejected' || element.label === label)) return []
    return [`lost the decision ${status} “${label}”, it is ${element?.status} “${element?.label}”`]
  })
}

async function checkDeleted(person: Person, { id: sessionId, title }: Remembered): Promise<string[]> {
  const { journey } = person.clients
  const isGone = (error: unknown) => error instanceof RefusedError && error.problem.status === 404
  const seen = await journey.getSession({ sessionId }).then(() => false, isGone)
  const node = await journey.getGraph({ query: { around: sessionId } }).then(() => false, isGone)
  return [
    seen ? '' : 'was deleted and is there',
    node ? '' : 'was deleted and is in the graph',
    (await isFound(person, title, sessionId)) ? 'was deleted and is found' : '',
  ].filter((words) => words !== '')
}
