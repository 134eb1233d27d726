import { expect, test } from 'vitest'
import { filesApi } from '#core/files/contract'
import { accountApi } from '#core/auth/contract'
import { readEveryRow } from '../../../tests/world/every-row.ts'
import { untilEnded } from '../../../tests/world/jobs.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { unzip } from '../../../tests/world/unzip.ts'
import { register, type Member } from '../../../tests/world/world.ts'
import { journeyApi } from './contract.ts'
import { journey } from './space.ts'

const text = 'I was so anxious about work. I always fail at presentations.'

async function write(member: Member, title: string) {
  const api = member.client(journeyApi)
  const { id: sessionId } = await api.createSession({ body: { title, date: '2026-03-02' } })
  const { job } = await api.addContent({ sessionId, body: { text: `${title}. ${text}` } })
  await untilEnded(member, job)
  return sessionId
}

test('an export holds each session as data and as text', async () => {
  await using world = await createNotesWorld({ spaces: [journey] })
  const bob = await register(world, 'Bob')
  const id = await write(bob, 'At work / Monday')
  await write(await register(world, 'Eve'), 'Elsewhere')
  const account = bob.client(accountApi)
  await untilEnded(bob, await account.exportAccount())
  const fileId = (await account.getExport()).archive?.fileId ?? ''
  const { path } = await bob.client(filesApi).linkFile({ fileId, body: {} })
  const files = unzip(Buffer.from(await (await world.send(path, {})).arrayBuffer()))
  const folder = `journey/2026-03-02 At work - Monday ${id.slice(-6)}`
  expect(files.get(`${folder}/transcript.txt`)?.toString()).toContain(text)
  const session: unknown = JSON.parse(files.get(`${folder}/session.json`)?.toString() ?? '')
  expect(session).toMatchObject({ title: 'At work / Monday', contents: [{}], elements: expect.any(Array) })
  expect([...files.keys()].filter((name) => name.endsWith('transcript.txt'))).toHaveLength(1)
})

test('with the account go all sessions, and the sessions of others stay', async () => {
  await using world = await createNotesWorld({ spaces: [journey] })
  const [bob, eve] = [await register(world, 'Bob'), await register(world, 'Eve')]
  const gone = await write(bob, 'At work')
  const kept = await write(eve, 'Elsewhere')
  await bob.client(accountApi).deleteAccount({ body: { password: 'correct horse battery' } })
  const rows = await readEveryRow(world.core().db)
  expect(rows.filter((row) => row.text.includes(gone) || row.text.includes('At work'))).toEqual([])
  expect(await eve.client(journeyApi).getTranscript({ sessionId: kept })).toMatchObject({ text: expect.any(String) })
})
