/**
 * The clause frame: reads the words around a mention for whose it is, when, whether it is denied and how strongly it is
 * said. It knows the grammar of English, and nothing of what is mentioned.
 */
import type { Experiencer, Tense } from '../findings.ts'
import type { Word } from '../text/words.ts'
import { findHolder } from './holder.ts'
import { tellPeople } from './names.ts'
import type { Mention } from './forms.ts'
import { clauseBefore, readPolarity } from './polarity.ts'
import { turnQuoted } from './quotation.ts'
import { readTense } from './tense.ts'
import { diminishers, intensifiers } from './word-groups.ts'

export interface Frame {
  readonly experiencer: Experiencer
  readonly negated: boolean
  /** A feeling that has ended is past, and denied. */
  readonly tense: Tense
  /** Multiplies the weight of what is mentioned: above 1 for "very", below 1 for "a bit" and for what is only wished. */
  readonly strength: number
}

/** Emoji and marks are of whoever writes, there and then. */
const symbol = /^[^\p{L}\p{N}]/u
const outsideOfClauses: Frame = { experiencer: 'self', negated: false, tense: 'now', strength: 1 }
const wishes = new Set('want wish wanted if unless could might would should'.split(' '))
const inversion = /^(?:am|are|is|was|were|do|does|did|will|would|could|should|have|has)$/u

/** Returns the reader of mentions in one passage. */
export function readClauses(text: string, words: readonly Word[]): (mention: Mention) => Frame {
  const forms = words.map((word) => word.form)
  const clause = { forms, isPerson: tellPeople(text, words) }
  const isAsked = inversion.test(forms[0] ?? '') && forms.at(-1) === '?'
  return (mention) => {
    if (symbol.test(forms[mention.from] ?? '')) return outsideOfClauses
    const polarity = readPolarity(forms, mention)
    const tense = isAsked ? 'hypothetical' : readTense(forms, mention)
    return {
      experiencer: turnQuoted(clause, mention, findHolder(clause, mention)),
      negated: polarity !== 'present',
      tense: polarity === 'ended' ? 'past' : tense,
      strength: measureStrength(clauseBefore(forms, mention.from)),
    }
  }
}

function measureStrength(before: readonly string[]): number {
  const near = before.slice(0, 3)
  const said = near.reduce((strength, form) => strength * strengthOf(form), 1)
  return before.slice(0, 5).some((form) => wishes.has(form)) ? said * 0.7 : said
}

function strengthOf(form: string): number {
  if (intensifiers.has(form)) return 1.25
  return diminishers.has(form) ? 0.7 : 1
}
