/** Saves what was written and chosen as a session, and can be tried again wherever it stopped. */
import { RefusedError } from '#contract/problem'
import { sessionNotFound, type SessionId, type TextEncoding } from '../../contract.ts'
import type { JourneyClient } from '../client.ts'
import type { Draft } from './draft.ts'

export interface ChosenFile {
  file: File
  /** Undefined: as recognised. */
  encoding: TextEncoding | undefined
}

export interface Saver {
  journey: Pick<JourneyClient, 'createSession' | 'updateSession' | 'addContent'>
  /** Keeps how far saving came. */
  remember: (draft: Draft) => void
}

export interface Reflection {
  draft: Draft
  chosen: ChosenFile | undefined
}

/** Makes a session of what was written and answers with it. */
export async function saveReflection(saver: Saver, { draft, chosen }: Reflection): Promise<SessionId> {
  const begun = await beginSession(saver, draft)
  return addToSession(saver, begun.sessionId, { draft: begun, chosen })
}

/** Every part that was stored is remembered before the next one is sent. */
export async function addToSession(saver: Saver, sessionId: SessionId, { draft, chosen }: Reflection) {
  if (draft.text.trim() !== '' && !draft.isTextSent) {
    await saver.journey.addContent({ sessionId, body: { text: draft.text } })
    saver.remember({ ...draft, isTextSent: true })
  }
  if (chosen) await saver.journey.addContent({ sessionId, query: { encoding: chosen.encoding }, file: chosen.file })
  return sessionId
}

type BegunDraft = Draft & { sessionId: SessionId }

async function beginSession(saver: Saver, draft: Draft): Promise<BegunDraft> {
  if (draft.sessionId !== null && (await resumeSession(saver, draft, draft.sessionId))) {
    return { ...draft, sessionId: draft.sessionId }
  }
  const { id } = await saver.journey.createSession({ body: headingOf(draft) })
  const begun = { ...draft, sessionId: id, isTextSent: false }
  saver.remember(begun)
  return begun
}

/** False when the session of an earlier attempt has been deleted since. */
async function resumeSession({ journey }: Saver, draft: Draft, sessionId: SessionId) {
  try {
    await journey.updateSession({ sessionId, body: headingOf(draft) })
    return true
  } catch (error) {
    if (error instanceof RefusedError && error.is(sessionNotFound)) return false
    throw error
  }
}

function headingOf({ title, date }: Draft) {
  return { ...(title.trim() !== '' && { title }), ...(date !== null && { date }) }
}
