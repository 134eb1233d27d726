/** Saves what was written and chosen as a session, and can be tried again wherever it stopped. */
import { RefusedError } from '#contract/problem'
import { sessionNotFound, type SessionId, type TextEncoding } from '../../contract.ts'
import type { JourneyClient } from '../client.ts'
import type { Draft } from './draft.ts'
import { titleFrom } from './title.ts'

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
  const begun = await beginSession(saver, { draft, chosen })
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

async function beginSession(saver: Saver, { draft, chosen }: Reflection): Promise<BegunDraft> {
  const body = headingOf(draft, chosen)
  if (draft.sessionId !== null && (await resumeSession(saver, draft.sessionId, body))) {
    return { ...draft, sessionId: draft.sessionId }
  }
  const { id } = await saver.journey.createSession({ body })
  const begun = { ...draft, sessionId: id, isTextSent: false }
  saver.remember(begun)
  return begun
}

/** False when the session of an earlier attempt has been deleted since. */
async function resumeSession({ journey }: Saver, sessionId: SessionId, body: ReturnType<typeof headingOf>) {
  try {
    await journey.updateSession({ sessionId, body })
    return true
  } catch (error) {
    if (error instanceof RefusedError && error.is(sessionNotFound)) return false
    throw error
  }
}

function headingOf({ title: given, date, text }: Draft, chosen: ChosenFile | undefined) {
  const title = given.trim() === '' ? titleFrom(text, chosen?.file.name) : given
  return { ...(title !== undefined && { title }), ...(date !== null && { date }) }
}
