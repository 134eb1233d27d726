import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsApi } from '#core/settings/contract'
import { changeOvertaken, changeUndone, undoApi } from '#core/undo/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register, type World } from '../../../../tests/world/world.ts'
import { journeyApi, type Decision, type Element } from '../contract.ts'
import { journey } from '../space.ts'

const diary =
  'I was so anxious about work today. I always fail at presentations. I will call my sister tomorrow. I realised that I need more sleep.'

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

async function writeSession(text = diary) {
  const member = await register(world)
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: { title: 'Monday' } })
  await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
  const list = async () => (await api.listElements({ sessionId, query: { limit: 100 } })).items
  const again = async () => untilEnded(member, await api.analyseSession({ sessionId }))
  const decide = async ({ id: elementId }: Element, body: Decision) => api.decideElement({ elementId, body })
  return { api, member, sessionId, list, again, decide, undo: member.client(undoApi) }
}

const firstOf = ([first]: readonly Element[]) => {
  if (!first) throw new Error('Nothing was found')
  return first
}

test('an edit is kept through another analysis and taken back to the words that were proposed', async () => {
  const { list, again, decide } = await writeSession()
  const before = firstOf(await list())
  const edited = await decide(before, { label: '  my own words ' })
  expect(edited.element).toMatchObject({ label: 'my own words', status: 'edited', proposedLabel: before.label })
  await again()
  expect(firstOf(await list())).toMatchObject({ id: before.id, label: 'my own words', status: 'edited' })
  await decide(before, { status: 'proposed' })
  expect(firstOf(await list())).toMatchObject({ label: before.label, status: 'proposed' })
})

test('writing the proposed words again is a confirmation', async () => {
  const { list, decide } = await writeSession()
  const before = firstOf(await list())
  expect((await decide(before, { label: before.label })).element.status).toBe('confirmed')
})

test('a rejected element leaves search, summary and graph, and comes back with undo', async () => {
  const { api, list, decide, sessionId, undo } = await writeSession()
  const anxious = (await list()).find(({ label }) => label === 'anxious')
  if (!anxious) throw new Error('It was not found')
  const shown = async () => ({
    emotions: (await api.getSession({ sessionId })).emotions,
    nodes: (await api.getGraph({ query: { around: sessionId } })).nodes.map(({ id }) => id),
  })
  const before = await shown()
  const { changeId } = await decide(anxious, { status: 'rejected' })
  expect((await shown()).emotions).not.toContain('anxious')
  expect((await shown()).nodes).not.toContain('emotion:anxious')
  await undo.undoChange({ changeId })
  expect(await shown()).toEqual(before)
})

test('decisions are undone from the newest to the oldest, each once', async () => {
  const { list, decide, undo } = await writeSession()
  const before = firstOf(await list())
  const confirmed = await decide(before, { status: 'confirmed' })
  const edited = await decide(before, { label: 'mine' })
  const refusal = (changeId: string) => undo.undoChange({ changeId }).catch((error: unknown) => error)
  expect(await refusal(confirmed.changeId)).toMatchObject({ problem: { title: changeOvertaken.title } })
  expect(firstOf(await list())).toMatchObject({ label: 'mine', status: 'edited' })
  await undo.undoChange(edited)
  expect(firstOf(await list())).toMatchObject({ label: before.label, status: 'confirmed' })
  expect(await refusal(edited.changeId)).toMatchObject({ problem: { title: changeUndone.title } })
  await undo.undoChange(confirmed)
  expect(firstOf(await list())).toMatchObject({ label: before.label, status: 'proposed' })
})

test('changes of a session are undone field by field, in order, and a deletion between them is no obstacle', async () => {
  const { api, sessionId, undo } = await writeSession()
  const renamed = await api.updateSession({ sessionId, body: { title: 'Tuesday', date: '1965-01-31' } })
  const described = await api.updateSession({ sessionId, body: { description: 'by the sea', clientName: 'Kim' } })
  await expect(undo.undoChange(renamed)).rejects.toThrow('changed again since')
  const { changeId } = await api.deleteSession({ sessionId })
  await undo.undoChange(described)
  await undo.undoChange({ changeId })
  expect(await api.getSession({ sessionId })).toMatchObject({ title: 'Tuesday', description: '', clientName: '' })
  await undo.undoChange(renamed)
  expect(await api.getSession({ sessionId })).toMatchObject({ title: 'Monday', date: '2026-03-02' })
})

test('only the kinds that a person asked for are found; what was decided stays', async () => {
  const { again, decide, list, member } = await writeSession()
  const action = (await list()).find(({ kind }) => kind === 'action')
  if (!action) throw new Error('No action was found')
  await decide(action, { status: 'confirmed' })
  await member.client(settingsApi).updateSettings({ body: { 'journey.kinds': ['emotion', 'topic'] } })
  await again()
  expect(new Set((await list()).map(({ kind }) => kind))).toEqual(new Set(['emotion', 'topic', 'action']))
  await member.client(settingsApi).updateSettings({ body: { 'journey.kinds': [] } })
  await again()
  expect((await list()).map(({ id }) => id)).toEqual([action.id])
})

test('a decision needs either a status or a label', async () => {
  const { list, decide } = await writeSession()
  const element = firstOf(await list())
  for (const body of [{}, { status: 'confirmed' as const, label: 'x' }, { label: ' ' }]) {
    await expect(decide(element, body)).rejects.toMatchObject({ problem: { status: 400 } })
  }
})

test('pages of elements have no gaps and nothing twice, whatever their size', async () => {
  const { api, list, sessionId } = await writeSession()
  const whole = (await list()).map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: whole.length + 1 }), async (limit) => {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await api.listElements({ sessionId, query: { limit, cursor } })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(whole)
    }),
    { numRuns: whole.length, seed: 1 },
  )
})
