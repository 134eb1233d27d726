import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { defineNoun } from '#contract/permission'
import { ProblemReply, problemType, replyNotKept, requestRunning } from '#contract/problem'
import { defineSpace } from '../space.ts'
import { bareSpace } from '../../../tests/world/bare-space.ts'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { insertNote, notesTable } from '../../../tests/world/notes-table.ts'
import { register, type Member } from '../../../tests/world/world.ts'

const post = ({ send }: Pick<Member, 'send'>, { key, title = 'Wall' }: { key: string; title?: string }) =>
  send('/api/v1/notes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ title }),
  })

const attach = ({ send }: Member, { noteId, name, key }: { noteId: string; name: string; key: string }) => {
  const body = new FormData()
  body.append('file', new File(['stone'], name))
  return send(`/api/v1/notes/${noteId}/file`, { method: 'POST', headers: { 'idempotency-key': key }, body })
}

const countNotes = async (world: NotesWorld) =>
  (await notesTable(world.core().db.read).selectFrom('notes').select('id').execute()).length

test('a POST that comes twice with one key is done once, and answered twice alike', async () => {
  await using world = await createNotesWorld()
  const me = await register(world)
  const [first, second] = [await post(me, { key: 'k' }), await post(me, { key: 'k' })]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(await second.json()).toEqual(await first.json())
  expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true'])
  expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'))
  await world.restart()
  expect((await post(me, { key: 'k' })).headers.get('idempotency-replayed')).toBe('true')
  expect(await countNotes(world)).toBe(1)
})

test('keys of two people have nothing to do with each other', async () => {
  await using world = await createNotesWorld()
  const replies = [await post(await register(world), { key: 'k' }), await post(await register(world), { key: 'k' })]
  expect(replies.map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, null])
  expect(await countNotes(world)).toBe(2)
})

test('one key for two requests is refused, and so is a key that is none', async () => {
  await using world = await createNotesWorld()
  const me = await register(world)
  await post(me, { key: 'k' })
  expect((await post(me, { key: 'k', title: 'Gate' })).status).toBe(422)
  for (const key of ['two words', 'x'.repeat(201), 'ä']) expect((await post(me, { key })).status).toBe(400)
  expect(await countNotes(world)).toBe(1)
})

test('a refusal is not kept: the same request is tried anew', async () => {
  await using world = await createNotesWorld()
  const me = await register(world)
  const missing = { noteId: '01a1f950-0000-7000-8000-000000000000', name: 'a.txt', key: 'k' }
  const replies = [await attach(me, missing), await attach(me, missing)]
  expect(replies.map(({ status, headers }) => [status, headers.get('idempotency-replayed')])).toEqual([
    [404, null],
    [404, null],
  ])
})

test('of an upload the name tells whether it is the same', async () => {
  await using world = await createNotesWorld()
  const me = await register(world)
  const { id: noteId } = await me.client(notesApi).writeNote({ body: { title: 'Wall' } })
  const upload = (name: string) => attach(me, { noteId, name, key: 'k' })
  const [first, second, other] = [await upload('a.txt'), await upload('a.txt'), await upload('b.txt')]
  expect([first.status, second.status, other.status]).toEqual([200, 200, 422])
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(await second.json()).toEqual(await first.json())
})

/** Writes a note, and answers when it is let. */
function createSlowNotes() {
  const gate = Promise.withResolvers<void>()
  const notes = defineNoun({ name: 'slow.notes', about: 'Notes' })
  const write = { path: '/slow-notes', summary: 'Writes a note', access: notes.write } as const
  const space = defineSpace({
    ...bareSpace('slow'),
    api: { writeSlowly: endpoint({ method: 'POST', ...write, reply: z.object({}) }) },
    handlers: {
      async writeSlowly(core, { caller }) {
        const note = { title: 'Slow', text: '', tags: [], owner: caller.id }
        await core.db.write((tx) => insertNote(core, tx, note))
        await gate.promise
        return {}
      },
    },
  })
  return { space, gate }
}

test('a crash between what a request does and its answer does not let it happen twice', async () => {
  const { space, gate } = createSlowNotes()
  await using world = await createNotesWorld({ spaces: [space] })
  const { send } = await register(world)
  const write = () => send('/api/v1/slow-notes', { method: 'POST', headers: { 'idempotency-key': 'k' } })
  const unanswered = write()
  await expect.poll(() => countNotes(world)).toBe(1)
  expect(ProblemReply.parse(await (await write()).json()).type).toBe(problemType(requestRunning))
  await world.crash()
  expect(ProblemReply.parse(await (await write()).json()).type).toBe(problemType(replyNotKept))
  expect(await countNotes(world)).toBe(1)
  gate.resolve()
  await unanswered
})
