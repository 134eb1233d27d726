import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesApi } from '#core/files/contract'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { makeZip } from '../../../../tests/world/make-zip.ts'
import { unzip } from '../../../../tests/world/unzip.ts'
import { createWorld, register, type Member, type World } from '../../../../tests/world/world.ts'
import { journeyApi, type ArchiveFormat } from '../contract.ts'
import { journeyRecords } from '../personal.ts'
import { journeyTables } from '../schema.ts'
import { journey } from '../space.ts'
import { PortableSession } from './portable.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

/** Something of everything that a person has beside the words of their sessions. */
async function write() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const add = async (date: string, text: string) => {
    const { id: sessionId } = await api.createSession({ body: { date, title: `Of ${date}` } })
    await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
    return sessionId
  }
  const actionOf = async (text: string) => {
    const { items } = await api.listActions({ query: { text } })
    const [action] = items
    if (!action) throw new Error(`There is no action about “${text}”`)
    return action.id
  }
  await add('2026-01-05', 'I will call my sister. I will paint the fence. I want to kill myself. I will sell the car.')
  await add('2026-01-12', 'I will write to my brother and I will call my mother. I will call my sister tomorrow.')
  await add('2026-01-19', 'I finally called my sister! I did write to him. I started painting the fence.')
  await api.updateAction({ actionId: await actionOf('mother'), body: { title: 'Ring Mum', priority: 'high' } })
  await api.updateAction({ actionId: await actionOf('fence'), body: { status: 'dropped' } })
  await api.deleteAction({ actionId: await actionOf('sell the car') })
  await api.createAction({
    body: { title: 'Buy "bread", =1+1', due: { day: '2026-02-01', time: '09:30' }, topic: 'home' },
  })
  const [{ domain } = { domain: '' }] = (await api.getTaxonomy()).topics
  await api.addTopic({ body: { label: 'The choir', domain, terms: ['choir', 'alto'] } })
  await api.addWord({ body: { kind: 'emotion', label: null, term: 'fine', sense: 'not' } })
  await api.writeReflection({ body: { from: '2026-01-01', to: '2026-01-31', text: 'A month of\ncalls.' } })
  return { member, api, add }
}

async function exportAs(member: Member, format: ArchiveFormat, span = {}) {
  const api = member.client(journeyApi)
  await untilEnded(member, await api.exportJourney({ body: { format, ...span } }))
  const { archive } = await api.getJourneyExport()
  const { path } = await member.client(filesApi).linkFile({ fileId: archive?.fileId ?? '', body: {} })
  const bytes = Buffer.from(await (await world.send(path, {})).arrayBuffer())
  return { files: unzip(bytes), file: new File([bytes], 'journey.zip') }
}

async function importFile(member: Member, file: File) {
  const api = member.client(journeyApi)
  await untilEnded(member, await api.importJourney({ file, query: {} }))
  return (await api.getImport()).result
}

const eraseAll = (owner: string) => world.app.core.db.write((tx) => journeyRecords.erase(tx, owner))

/** What the pages show of all of it. */
async function readAll(member: Member) {
  const api = member.client(journeyApi)
  const { items } = await api.listActions({ query: { limit: 100 } })
  const actions = []
  for (const { id: actionId } of items) {
    const { moves, ...action } = await api.getAction({ actionId })
    actions.push({ ...action, moves: moves.map(({ changeId: _, ...move }) => move) })
  }
  const sessions = (await api.listSessions()).items
  const crises = []
  for (const { id: sessionId } of sessions) crises.push((await api.getSession({ sessionId })).crisis)
  const { report } = await api.getReport({ query: { from: '2026-01-01', to: '2026-01-31' } })
  const questions = (await api.listQuestions()).items
  return { actions, crises, questions, taxonomy: await api.getTaxonomy(), report: { ...report, changes: [] } }
}

describe.each(['json', 'csv'] as const)('the archive as %s', (format) => {
  test('brings back actions, questions, topics, words, looks back and crisis marks, and is the same again', async () => {
    const { member } = await write()
    const before = await readAll(member)
    expect(before.actions.map(({ status }) => status).sort()).toEqual(['done', 'dropped', 'open', 'open', 'open'])
    expect(before.questions.length).toBeGreaterThan(0)
    expect(before.crises).toContain('urgent')
    const { file, files } = await exportAs(member, format)
    await eraseAll(member.id)
    const result = await importFile(member, file)
    expect(result).toMatchObject({ added: 3, faults: [], belongings: { topics: 1, words: 3, reflections: 1 } })
    expect(await readAll(member)).toEqual(before)
    expect((await exportAs(member, format)).files).toEqual(files)
    const again = await importFile(member, file)
    expect(again).toMatchObject({ added: 0, belongings: { actions: 0, topics: 0, words: 0, reflections: 0 } })
    expect(await readAll(member)).toEqual(before)
  })

  test('brings the same to somebody else, under ids of their own', async () => {
    const { member } = await write()
    const { file } = await exportAs(member, format)
    const other = await register(world)
    expect(await importFile(other, file)).toMatchObject({ added: 3, faults: [], belongings: { topics: 1 } })
    const told = async (whose: Member) => {
      const { actions, crises, questions, report } = await readAll(whose)
      const facts = actions.map(({ title, status, due, said, moves }) => ({
        title,
        status,
        due,
        said,
        moves: moves.length,
      }))
      return {
        facts,
        crises,
        asked: questions.map(({ span, verdict }) => ({ span, verdict })),
        steps: report.adherence,
      }
    }
    expect(await told(other)).toEqual(await told(member))
    expect(await importFile(other, file)).toMatchObject({ added: 0, belongings: { actions: 0, words: 0 } })
  })
})

test('what a person deleted is not found again by bringing its session back, nor moved by what they took back', async () => {
  const { member, api } = await write()
  const { file } = await exportAs(member, 'json')
  await eraseAll(member.id)
  await importFile(member, file)
  expect((await api.listActions({ query: { text: 'sell the car' } })).items).toEqual([])
})

test('an action that outlived its sessions keeps what was set since, and is said again when they come back', async () => {
  const { member, api } = await write()
  const { file } = await exportAs(member, 'json')
  const { items } = await api.listActions({ query: { text: 'mum' } })
  const actionId = items[0]?.id ?? ''
  await world.app.core.db.write((tx) =>
    journeyTables(tx).deleteFrom('journey_sessions').where('owner', '=', member.id).execute(),
  )
  await api.updateAction({ actionId, body: { title: 'Visit Mum' } })
  await importFile(member, file)
  const { sayings, ...mine } = await api.getAction({ actionId })
  expect(mine).toMatchObject({ title: 'Visit Mum', said: 1 })
  expect(sayings).toHaveLength(1)
  expect((await api.listActions({ query: { text: 'mother' } })).items).toEqual([])
})

test('an archive of some days has the actions that its sessions speak of and what was written about them', async () => {
  const { member } = await write()
  const { files } = await exportAs(member, 'json', { from: '2026-01-10', to: '2026-01-15' })
  const titlesIn = (text: string) => [...text.matchAll(/"title": "([^"]+)"/g)].map(([, title]) => title)
  expect(titlesIn(String(files.get('actions.json'))).sort()).toEqual([
    'Ring Mum',
    'call my sister',
    'write to my brother',
  ])
  expect(String(files.get('reflections.json'))).not.toContain('calls')
})

test('an archive of before, without any of it, still brings its sessions and what they mean to do', async () => {
  const { member } = await write()
  const { files } = await exportAs(member, 'json')
  const old = [...files].flatMap(([path, content]) => {
    if (/^(actions|own-topics|own-words|reflections)\.json$/.test(path)) return []
    const given = String(content)
    if (path === 'journey.json') return [{ path, content: given.replace('"version": 2', '"version": 1') }]
    const { crisis: _, followUps: __, analysedAt: ___, elements, ...session } = PortableSession.parse(JSON.parse(given))
    const found = elements.map(({ saying: ____, ...element }) => element)
    return [{ path, content: JSON.stringify({ ...session, elements: found }) }]
  })
  const other = await register(world)
  expect(await importFile(other, new File([makeZip(old)], 'old.zip'))).toMatchObject({ added: 3, unreadable: 0 })
  const { items } = await other.client(journeyApi).listActions()
  expect(items.map(({ title }) => title)).toContain('call my sister')
})

test('what makes no sense among them is named, and the rest is taken', async () => {
  const { member } = await write()
  const { files } = await exportAs(member, 'json')
  const bent = [...files].map(([path, content]) => ({
    path,
    content: path === 'actions.json' ? String(content).replace('"status": "dropped"', '"status": "flown"') : content,
  }))
  const other = await register(world)
  const result = await importFile(other, new File([makeZip(bent)], 'bent.zip'))
  expect(result).toMatchObject({
    added: 3,
    unreadable: 1,
    faults: [{ place: expect.stringMatching(/^actions\.json, /) }],
  })
  expect(result?.belongings.actions).toBeGreaterThan(2)
})
