/** Marks around a match. Private-use characters, taken out of what is indexed so that they can only be marks. */
import type { Fragment } from './contract.ts'

export const marks = { open: '\uE000', close: '\uE001' }

export const withoutMarks = (text: string, instead = ' ') => text.replace(/[\uE000\uE001]/g, instead)

export function toFragments(marked: string): Fragment[] {
  return marked
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(marks.open) ? { text: part.slice(1, -1), hit: true } : { text: part, hit: false }))
}
