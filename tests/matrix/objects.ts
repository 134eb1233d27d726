/** Things of a person, made through the api: one way for each name that stands in a path. */
import { untilEnded } from '../world/jobs.ts'
import { notesApi } from '../world/notes-contract.ts'
import { eventually, signIn, type Member, type World } from '../world/world.ts'
import { accountApi, peopleApi } from '#core/auth/contract'
import { notificationsApi } from '#core/notifications/contract'
import { journeyApi } from '../../src/spaces/journey/contract.ts'

interface Makers {
  world: World
  owner: Member
  administrator: Member
}

/** Answers what stands in the path for a thing of the owner. */
type Make = (makers: Makers) => Promise<string>

/** What is made more than once needs another name each time. */
let made = 0

const makers: Record<string, Make> = {
  noteId: async ({ owner }) => (await writeNote(owner)).id,
  async changeId({ owner }) {
    const { id: noteId } = await writeNote(owner)
    return (await owner.client(notesApi).rewriteNote({ noteId, body: { text: 'by the lake' } })).changeId
  },
  async fileId({ owner }) {
    const { id: noteId } = await writeNote(owner)
    return (await owner.client(notesApi).attachFile({ noteId, file: new File(['waves'], 'sea.txt') })).id
  },
  async jobId({ owner }) {
    const { id: noteId } = await writeNote(owner)
    return (await untilEnded(owner, await owner.client(notesApi).printNote({ noteId }))).id
  },
  kind: async () => 'core.tidy',
  sessionId: async ({ owner }) => (await writeSession(owner)).sessionId,
  async elementId({ owner }) {
    const { sessionId } = await writeSession(owner)
    return (await owner.client(journeyApi).listElements({ sessionId })).items[0]?.id ?? ''
  },
  actionId: async ({ owner }) => (await owner.client(journeyApi).createAction({ body: { title: 'buy bread' } })).id,
  async questionId({ owner }) {
    await writeSession(owner, '2026-01-12')
    await writeSession(owner, '2026-01-19', 'I did call her.')
    return (await owner.client(journeyApi).listQuestions()).items[0]?.id ?? ''
  },
  async shareId({ owner }) {
    const { sessionId } = await writeSession(owner)
    return (await owner.client(journeyApi).shareSession({ sessionId, body: {} })).share.id
  },
  async topicId({ owner }) {
    const body = { label: `Harbour ${(made += 1)}`, domain: 'work' }
    const { topics } = await owner.client(journeyApi).addTopic({ body })
    const own = topics.flatMap(({ leaves }) => leaves).find(({ label }) => label === body.label)
    return own?.topicId ?? ''
  },
  async wordId({ owner }) {
    const body = { kind: 'topic', label: 'sleep', term: `pillow ${(made += 1)}`, sense: 'means' } as const
    const { words } = await owner.client(journeyApi).addWord({ body })
    return words.find(({ term }) => term === body.term)?.id ?? ''
  },
  async signInId({ world, owner }) {
    const { name } = await owner.client(accountApi).getAccount()
    await signIn(world, name)
    const { items } = await owner.client(accountApi).listSignIns()
    return items.find(({ isCurrent }) => !isCurrent)?.id ?? ''
  },
  async keyId({ owner }) {
    const body = { name: 'A script', scopes: ['notes.notes:read'] }
    return (await owner.client(accountApi).makeKey({ body })).id
  },
  async notificationId({ owner }) {
    const body = { oldPassword: 'correct horse battery', newPassword: 'correct horse battery' }
    await owner.client(accountApi).changePassword({ body })
    const list = () => owner.client(notificationsApi).listNotifications()
    return (await eventually(list, ({ items }) => items.length > 0)).items[0]?.id ?? ''
  },
  personId: async ({ owner }) => owner.id,
  invitationId: async ({ administrator }) => (await administrator.client(peopleApi).makeInvitation({ body: {} })).id,
}

/** Makes a thing that this name can stand for. Throws where nobody has written down how. */
export async function makeObject(param: string, about: Makers): Promise<string> {
  const make = makers[param]
  if (!make) throw new Error(`Say in makers how a person comes by their own :${param}`)
  return make(about)
}

const writeNote = (owner: Member) =>
  owner.client(notesApi).writeNote({ body: { title: 'A walk', text: 'by the sea', tags: ['outside'] } })

const diary = 'I was so anxious about work. I always fail at presentations. I will call my sister.'

/** Answers once the session is understood. */
async function writeSession(owner: Member, date = '2026-03-02', text = diary) {
  const journey = owner.client(journeyApi)
  const { id: sessionId } = await journey.createSession({ body: { title: 'Monday', date } })
  const { job } = await journey.addContent({ sessionId, body: { text } })
  await untilEnded(owner, job)
  return { sessionId }
}
