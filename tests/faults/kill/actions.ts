/** What a person does: one action at a time, remembered when it was acknowledged, looked up when it was not. */
import { RefusedError } from '#contract/problem'
import { writePart, type Part } from './parts.ts'
import type { Person, Remembered } from './person.ts'
import { isUnanswered } from './unanswered.ts'

type Action = (person: Person) => Promise<void>

export async function act(person: Person) {
  const action = person.chance.pick(actions)
  try {
    await action(person)
  } catch (error) {
    if (!isUnanswered(error)) person.complaints.push(`${person.name} was told: ${describe(error)}`)
  }
}

const describe = (error: unknown) => (error instanceof RefusedError ? JSON.stringify(error.problem) : String(error))

/** Sends a write; when no answer comes, `look` tells what became of it, as often as it takes. */
async function attempt(person: Person, write: () => Promise<void>, look: () => Promise<void>) {
  try {
    await write()
    person.acknowledged += 1
  } catch (error) {
    if (!isUnanswered(error)) throw error
    person.unanswered += 1
    await insist(look)
  }
}

async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isUnanswered(error)) throw error
    }
  }
}

const begin: Action = async (person) => {
  const { journey } = person.clients
  const title = `Session ${person.name}x${person.sessions.size}x${person.chance.between(1, 1e9)}`
  const remember = (id: string) =>
    void person.sessions.set(id, {
      id,
      title,
      parts: [],
      isDeleted: false,
      changeId: undefined,
      decisions: new Map(),
    })
  await attempt(
    person,
    async () => remember((await journey.createSession({ body: { title } })).id),
    async () => {
      const { items } = await journey.listSessions({ query: { limit: 100 } })
      const made = items.filter((item) => item.title === title)
      if (made.length > 1) person.complaints.push(`${title} was made twice`)
      for (const { id } of made) remember(id)
    },
  )
}

const write: Action = async (person) => {
  const session = pickSession(person, (one) => !one.isDeleted && one.parts.length < 12)
  if (!session) return
  const { journey } = person.clients
  const part = writePart(person.chance)
  const { id: sessionId } = session
  await attempt(
    person,
    async () => {
      await journey.addContent({ sessionId, ...payloadOf(part) })
      session.parts.push(part.text)
    },
    async () => {
      const { text } = await journey.getTranscript({ sessionId })
      if (text.includes(part.text)) session.parts.push(part.text)
      else if (text.includes(part.token)) person.complaints.push(`${session.title} holds half of ${part.token}`)
    },
  )
}

const payloadOf = ({ file, text }: Part) => (file ? { file } : { body: { text } })

const decide: Action = async (person) => {
  const session = pickSession(person, (one) => !one.isDeleted && one.parts.length > 0)
  if (!session) return
  const { journey } = person.clients
  const element = await findElement(person, session)
  if (!element) return
  const label = `label ${person.chance.between(1, 1e9)}`
  const body = person.chance.pick([{ label }, { status: 'confirmed' as const }, { status: 'rejected' as const }])
  const before = session.decisions.get(element.id)
  const remember = ({ status, label: kept }: { status: string; label: string }) =>
    void session.decisions.set(element.id, { status, label: kept })
  await attempt(
    person,
    async () => {
      const decided = await journey.decideElement({ elementId: element.id, body }).catch(ignoreMissing)
      if (!decided) return
      remember(decided.element)
      if (person.chance.happens(0.3)) await takeBack(person, { ...decided, session, before })
    },
    async () => {
      const now = await findElement(person, session, element.id)
      if (now && now.status !== 'proposed') remember(now)
    },
  )
}

interface Deciding {
  session: Remembered
  element: { id: string }
  changeId: string
  before: { status: string; label: string } | undefined
}

async function takeBack(person: Person, { session, element, changeId, before }: Deciding) {
  const forget = () => {
    if (before) session.decisions.set(element.id, before)
    else session.decisions.delete(element.id)
  }
  await attempt(
    person,
    async () => {
      await person.clients.undo.undoChange({ changeId })
      forget()
    },
    async () => {
      const { items } = await person.clients.undo.listChanges({ query: { limit: 100 } })
      if (!items.some(({ id }) => id === changeId)) forget()
    },
  )
}

async function findElement({ clients, chance }: Person, { id: sessionId }: Remembered, id?: string) {
  const { items } = await clients.journey.listElements({ sessionId, query: { limit: 100 } })
  if (id !== undefined) return items.find((item) => item.id === id)
  return items.length > 0 ? chance.pick(items) : undefined
}

/** A later analysis may have replaced an element that nobody had decided about. */
function ignoreMissing(error: unknown) {
  if (error instanceof RefusedError && error.problem.status === 404) return undefined
  throw error
}

const remove: Action = async (person) => {
  const session = pickSession(person, (one) => !one.isDeleted)
  if (!session || person.chance.happens(0.5)) return
  const { id: sessionId } = session
  await attempt(
    person,
    async () => {
      const { changeId } = await person.clients.journey.deleteSession({ sessionId })
      Object.assign(session, { isDeleted: true, changeId })
    },
    async () => {
      const found = await person.clients.journey.getSession({ sessionId }).catch(ignoreMissing)
      const { items } = await person.clients.undo.listChanges({ query: { limit: 100 } })
      const change = items.find(({ kind, subject }) => kind === 'journey.session-deleted' && subject === sessionId)
      if ((found === undefined) !== (change !== undefined)) person.complaints.push(`${session.title} is half deleted`)
      Object.assign(session, { isDeleted: found === undefined, changeId: change?.id })
    },
  )
}

const putBack: Action = async (person) => {
  const session = pickSession(person, (one) => one.changeId !== undefined)
  const changeId = session?.changeId
  if (!session || changeId === undefined) return
  await attempt(
    person,
    async () => {
      await person.clients.undo.undoChange({ changeId })
      Object.assign(session, { isDeleted: false, changeId: undefined })
    },
    async () => {
      const found = await person.clients.journey.getSession({ sessionId: session.id }).catch(ignoreMissing)
      if (found) Object.assign(session, { isDeleted: false, changeId: undefined })
    },
  )
}

const actions: readonly Action[] = [begin, write, write, write, decide, decide, remove, putBack]

function pickSession({ chance, sessions }: Person, isFit: (session: Remembered) => boolean) {
  const fit = [...sessions.values()].filter(isFit)
  return fit.length > 0 ? chance.pick(fit) : undefined
}
