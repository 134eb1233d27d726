/**
 * Drafts of what is being written, one per person and place, kept on this device. A draft also remembers how far saving
 * came, so that trying again never makes a second session or sends a text twice.
 */
import { z } from 'zod'
import { CalendarDay } from '#contract/id'
import { SessionId } from '../../contract.ts'

export const Draft = z.object({
  title: z.string(),
  date: CalendarDay.nullable(),
  text: z.string(),
  /** The session that was made for this draft already. */
  sessionId: SessionId.nullable(),
  isTextSent: z.boolean(),
})
export type Draft = z.infer<typeof Draft>

export const emptyDraft: Draft = { title: '', date: null, text: '', sessionId: null, isTextSent: false }

/** Browsers may refuse already to open the storage. `place` names what the draft is for: a new reflection, or more text for one session. */
export function createDrafts(open: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, place: string) {
  const key = `cairn.journey.draft.${place}`
  return {
    read: () => Draft.safeParse(parseJson(attempt(() => open().getItem(key)) ?? '')).data ?? emptyDraft,
    /** False when this device has no room for it or keeps nothing. */
    keep: (draft: Draft) => attempt(() => (open().setItem(key, JSON.stringify(draft)), true)) ?? false,
    clear: () => void attempt(() => (open().removeItem(key), true)),
  }
}

/** Runs of signs that hold a letter or a figure, in every script. */
export const countWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** Browsers refuse storage in private windows and when it is full; a draft is then simply not kept. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

const parseJson = (text: string): unknown => attempt((): unknown => JSON.parse(text))
