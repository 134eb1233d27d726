import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../../tests/world/jobs.ts'
import { createWorld, register, type World } from '../../../../../tests/world/world.ts'
import { journeyApi, type Action } from '../../contract.ts'
import { journey } from '../../space.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

async function createScene() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const list = async () => (await api.listActions()).items
  return {
    api,
    list,
    async write(date: string, text: string) {
      const { id: sessionId } = await api.createSession({ body: { title: `On ${date}`, date } })
      await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
      return sessionId
    },
    again: async (sessionId: string) => untilEnded(member, await api.analyseSession({ sessionId })),
    async only(): Promise<Action> {
      const [action, ...others] = await list()
      if (!action || others.length > 0) throw new Error(`There are ${others.length + (action ? 1 : 0)} actions`)
      return action
    },
    async question() {
      const { items } = await api.listQuestions()
      const [question] = items
      if (!question || items.length > 1) throw new Error(`There are ${items.length} questions`)
      return question
    },
    takeBack: (change: { changeId: string }) => member.client(undoApi).undoChange(change),
  }
}

const plan = 'I will call my sister tomorrow.'
const claim = 'I finally called my sister.'

test('clear words in a later session move the action, with the words as evidence', async () => {
  const { api, write, only } = await createScene()
  await write('2026-03-02', plan)
  const sessionId = await write('2026-03-09', claim)
  const { id: actionId, status, doneAt } = await only()
  expect([status, doneAt]).toEqual(['done', expect.any(Number)])
  const { moves } = await api.getAction({ actionId })
  expect(moves).toMatchObject([{ to: 'done', by: 'analysis', evidence: { sessionId, date: '2026-03-09' } }])
  const { text } = await api.getTranscript({ sessionId })
  for (const { evidence } of moves) {
    expect(text.slice(evidence?.span.start, evidence?.span.end)).toBe(evidence?.span.quote)
  }
})

test('a move is taken back for good: the same words do not move the action again', async () => {
  const { api, write, again, only, takeBack } = await createScene()
  await write('2026-03-02', plan)
  const sessionId = await write('2026-03-09', claim)
  const before = await only()
  const [move] = (await api.getAction({ actionId: before.id })).moves
  await takeBack({ changeId: move?.changeId ?? '' })
  expect((await only()).status).not.toBe('done')
  await again(sessionId)
  expect((await only()).status).not.toBe('done')
})

test('a move goes with the session that it was read from, and comes back with it', async () => {
  const { api, write, only, takeBack } = await createScene()
  await write('2026-03-02', plan)
  const before = await only()
  const sessionId = await write('2026-03-09', claim)
  const change = await api.deleteSession({ sessionId })
  expect((await only()).status).toBe(before.status)
  await takeBack(change)
  expect((await only()).status).toBe('done')
})

test('reading the later session again moves nothing twice', async () => {
  const { api, write, again, only } = await createScene()
  await write('2026-03-02', plan)
  const sessionId = await write('2026-03-09', claim)
  await again(sessionId)
  const { moves } = await api.getAction({ actionId: (await only()).id })
  expect(moves).toHaveLength(1)
})

test('words in an earlier session, or in the same one, move nothing', async () => {
  const { write, only } = await createScene()
  await write('2026-03-02', `${claim} ${plan}`)
  await write('2026-02-20', claim)
  expect((await only()).status).not.toBe('done')
})

test('unclear words are asked about, and the answer is a move that can be undone', async () => {
  const { api, write, only, question, takeBack } = await createScene()
  await write('2026-03-02', plan)
  await write('2026-03-09', 'I did call her.')
  expect((await only()).status).not.toBe('done')
  const asked = await question()
  expect(asked).toMatchObject({ verdict: 'done', candidates: [{ id: (await only()).id }] })
  expect((await api.summariseActions()).questions).toBe(1)
  const change = await api.answerQuestion({ questionId: asked.id, body: { answer: 'yes' } })
  expect((await only()).status).toBe('done')
  expect((await api.listQuestions()).items).toEqual([])
  await takeBack(change)
  expect((await only()).status).not.toBe('done')
  expect((await question()).id).toBe(asked.id)
})

test.each(['not-yet', 'other'] as const)('after “%s” nothing moves and nothing is asked again', async (answer) => {
  const { api, write, again, only, question } = await createScene()
  await write('2026-03-02', plan)
  const before = await only()
  const sessionId = await write('2026-03-09', 'I did call her.')
  await api.answerQuestion({ questionId: (await question()).id, body: { answer } })
  await again(sessionId)
  expect((await api.listQuestions()).items).toEqual([])
  expect((await only()).status).toBe(before.status)
})

test('where several actions may be meant, an answer says which', async () => {
  const { api, write, list, question } = await createScene()
  await write('2026-03-02', 'I will call my sister tomorrow. I will call the dentist on Friday.')
  await write('2026-03-09', 'I finally called.')
  const { id: questionId, candidates } = await question()
  expect(candidates).toHaveLength(2)
  const unclear = api.answerQuestion({ questionId, body: { answer: 'yes' } })
  await expect(unclear).rejects.toMatchObject({ problem: { status: 422 } })
  const [first] = candidates
  await api.answerQuestion({ questionId, body: { answer: 'drop', ...(first && { actionId: first.id }) } })
  expect((await list()).filter(({ status }) => status === 'dropped').map(({ id }) => id)).toEqual([first?.id])
})

test('a session that also denies it is asked about', async () => {
  const { write, only, question } = await createScene()
  await write('2026-03-02', plan)
  await write('2026-03-09', 'I called my sister. I still have not called my sister.')
  expect((await only()).status).not.toBe('done')
  expect((await question()).candidates).toHaveLength(1)
})

test('a person’s later word is not overruled by a session of before', async () => {
  const { api, write, only, question } = await createScene()
  await write('2026-02-20', plan)
  const { id: actionId } = await only()
  await api.updateAction({ actionId, body: { status: 'in-progress' } })
  await write('2026-02-25', claim)
  expect((await only()).status).toBe('in-progress')
  expect((await question()).candidates).toHaveLength(1)
})

test('questions of another person are not there', async () => {
  const { write, question } = await createScene()
  await write('2026-03-02', plan)
  await write('2026-03-09', 'I did call her.')
  const { id: questionId } = await question()
  const { api } = await createScene()
  const answer = api.answerQuestion({ questionId, body: { answer: 'yes' } })
  await expect(answer).rejects.toMatchObject({ problem: { status: 404 } })
})
