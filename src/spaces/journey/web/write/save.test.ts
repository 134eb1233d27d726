import { describe, expect, it } from 'vitest'
import { connectJourney } from '../client.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { saveReflection } from './save.ts'

const sessionId = '00000000-0000-7000-8000-000000000001'
const moment = { createdAt: 0, updatedAt: 0 }
const session = {
  ...{
    id: sessionId,
    title: 'May',
    date: '2026-05-01',
    state: 'empty',
    excerpt: '',
    emotions: [],
    topics: [],
    ...moment,
  },
  ...{
    counts: { emotion: 0, topic: 0, belief: 0, challenge: 0, insight: 0, action: 0 },
    contents: [],
    description: '',
  },
  ...{
    clientName: '',
    professionalName: '',
    language: null,
    isAnalysed: false,
    crisis: null,
    valence: null,
    jobId: null,
    revision: 0,
  },
}
const content = {
  id: sessionId,
  kind: 'text',
  name: '',
  format: 'text',
  encoding: 'utf-8',
  warnings: [],
  characters: 1,
}
const job = {
  ...{
    id: sessionId,
    kind: 'journey.analyse-session',
    subject: sessionId,
    label: null,
    state: 'queued',
    attempt: 1,
    steps: [],
  },
  ...{ finished: [], progress: null, error: null, runAt: 0, ...moment },
}
const replies: Record<string, unknown> = {
  'POST /sessions': session,
  'PATCH /sessions/:id': { session, changeId: sessionId },
  'POST /sessions/:id/content': { content: { ...content, createdAt: 0 }, job },
}

/** A server that answers, or refuses the calls that are named, and keeps a list of what was asked. */
function serverOf(refused: Record<string, number> = {}) {
  const asked: string[] = []
  const journey = connectJourney(async (url, { method, body }) => {
    const call = `${method} ${url.replace('/api/v1', '').replace(sessionId, ':id')}`
    asked.push(body instanceof FormData ? `${call} file` : call)
    const status = refused[call]
    if (status !== undefined) return Response.json({ type: typeOf(status), title: '', status, detail: '' }, { status })
    return Response.json(replies[call])
  })
  return { asked, journey }
}
const typeOf = (status: number) => (status === 404 ? 'urn:cairn:problem:journey/session-not-found' : 'about:blank')

function notebook(draft: Draft) {
  const kept = { draft }
  return { kept, remember: (next: Draft) => void (kept.draft = next) }
}
const draft = { ...emptyDraft, title: 'May', text: 'Dear diary' }

describe('saving a reflection', () => {
  it('makes the session, then adds the text, then the file', async () => {
    const { asked, journey } = serverOf()
    const chosen = { file: new File(['x'], 'note.txt'), encoding: undefined }
    expect(await saveReflection({ journey, remember: () => {} }, { draft, chosen })).toBe(sessionId)
    expect(asked).toEqual(['POST /sessions', 'POST /sessions/:id/content', 'POST /sessions/:id/content file'])
  })

  it('goes on with the same session after the text was refused', async () => {
    const { kept, remember } = notebook(draft)
    const refusing = serverOf({ 'POST /sessions/:id/content': 503 })
    await expect(saveReflection({ ...refusing, remember }, { draft, chosen: undefined })).rejects.toThrow()
    const answering = serverOf()
    await saveReflection({ ...answering, remember }, { draft: kept.draft, chosen: undefined })
    expect(answering.asked).toEqual(['PATCH /sessions/:id', 'POST /sessions/:id/content'])
  })

  it('does not send a text twice', async () => {
    const { kept, remember } = notebook(draft)
    await saveReflection({ ...serverOf(), remember }, { draft, chosen: undefined })
    const again = serverOf()
    await saveReflection({ ...again, remember }, { draft: kept.draft, chosen: undefined })
    expect(again.asked).toEqual(['PATCH /sessions/:id'])
  })

  it('begins anew when the session of the first attempt was deleted', async () => {
    const { asked, journey } = serverOf({ 'PATCH /sessions/:id': 404 })
    const begun = notebook({ ...draft, sessionId: null })
    await saveReflection({ ...serverOf(), remember: begun.remember }, { draft, chosen: undefined })
    await saveReflection({ journey, remember: begun.remember }, { draft: begun.kept.draft, chosen: undefined })
    expect(asked).toEqual(['PATCH /sessions/:id', 'POST /sessions', 'POST /sessions/:id/content'])
  })
})
