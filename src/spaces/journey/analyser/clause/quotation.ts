/** Whose words a mention stands in: inside quotation marks "I" is whoever is quoted, and "you" whoever was spoken to. */
import { type Mention, hardMarks } from './forms.ts'
import type { Clause, Who } from './party.ts'
import { otherSubjects, reporters, selfSubjects } from './word-groups.ts'

const near = 6
const quotes = new Set(['"', '“', '”'])
const addressed = new Set("you you're you've you'd you'll your".split(' '))

/** Turns the holder of a quoted mention into who that is for the person who tells. */
export function turnQuoted(clause: Clause, mention: Mention, holder: Who): Who {
  const opening = findOpening(clause.forms, mention.from)
  if (opening < 0 || !isSaidByOther(clause, { from: opening, to: findClosing(clause.forms, mention.to) })) return holder
  if (holder === 'self') return 'other'
  return isAddressed(clause.forms, mention.from, opening) ? 'self' : holder
}

/** The mark that opens the quotation around `from`, or -1. */
function findOpening(forms: readonly string[], from: number): number {
  let opening = -1
  for (let index = 0; index < from; index++) {
    const form = forms[index] ?? ''
    if (quotes.has(form)) opening = opening < 0 && form !== '”' ? index : -1
  }
  return opening
}

function findClosing(forms: readonly string[], to: number): number {
  const closing = forms.findIndex((form, index) => index >= to && quotes.has(form))
  return closing < 0 ? forms.length : closing
}

function isSaidByOther(clause: Clause, quotation: Mention): boolean {
  return (
    isOther(clause, quotation.to + 1, quotation.to + near) || isOther(clause, quotation.from - near, quotation.from)
  )
}

/** Whether somebody else is said to speak between two words. */
function isOther(clause: Clause, from: number, to: number): boolean {
  const range = clause.forms.slice(Math.max(0, from), to)
  const end = range.findIndex((form, index) => index > 0 && /^[.!?]$/u.test(form))
  const said = end < 0 ? range : range.slice(0, end)
  if (!said.some((form) => reporters.has(form)) || said.some((form) => selfSubjects.has(form))) return false
  return said.some((form, index) => otherSubjects.has(form) || clause.isPerson(Math.max(0, from) + index))
}

function isAddressed(forms: readonly string[], from: number, opening: number): boolean {
  for (let index = from - 1; index > opening; index--) {
    const form = forms[index] ?? ''
    if (hardMarks.has(form)) return false
    if (addressed.has(form)) return true
    if (selfSubjects.has(form) || otherSubjects.has(form)) return false
  }
  return false
}
