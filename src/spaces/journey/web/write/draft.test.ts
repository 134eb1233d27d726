import { describe, expect, it } from 'vitest'
import { countWords, createDrafts, emptyDraft } from './draft.ts'

function storageOf(entries = new Map<string, string>()) {
  return () => ({
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  })
}
const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

describe('a draft', () => {
  it('comes back as it was kept, to its own person only', () => {
    const storage = storageOf()
    const draft = { ...emptyDraft, title: 'May', text: 'Dear diary' }
    expect(createDrafts(storage, 'ana').keep(draft)).toBe(true)
    expect(createDrafts(storage, 'ana').read()).toEqual(draft)
    expect(createDrafts(storage, 'ben').read()).toEqual(emptyDraft)
  })

  it('is empty after it was cleared', () => {
    const drafts = createDrafts(storageOf(), 'ana')
    drafts.keep({ ...emptyDraft, text: 'x' })
    drafts.clear()
    expect(drafts.read()).toEqual(emptyDraft)
  })

  it('is empty where something else stands', () => {
    expect(createDrafts(storageOf(new Map([['cairn.journey.draft.ana', '{"text":1}']])), 'ana').read()).toEqual(
      emptyDraft,
    )
    expect(createDrafts(storageOf(new Map([['cairn.journey.draft.ana', 'no json']])), 'ana').read()).toEqual(emptyDraft)
  })

  it('says when this device has no room for it', () => {
    expect(createDrafts(() => ({ ...storageOf()(), setItem: full }), 'ana').keep(emptyDraft)).toBe(false)
    expect(createDrafts(() => ({ ...storageOf()(), getItem: full }), 'ana').read()).toEqual(emptyDraft)
  })
})

describe('the count of words', () => {
  it('knows scripts, hyphens and apostrophes', () => {
    expect(countWords("I didn't sleep well-enough — 3 hours.")).toBe(6)
    expect(countWords('Сегодня был тяжёлый день')).toBe(4)
    expect(countWords(' … ')).toBe(0)
  })
})
