/** Verbs of what a person does on purpose, by any of their forms: "called", "ran", "looking". */
import { readLexicon } from './lexicon.ts'

export type ActForm = 'base' | 'past' | 'participle' | 'gerund'

interface Act {
  readonly base: string
  readonly forms: ReadonlySet<ActForm>
}

const acts = readActs()

/** Tells the verb that a form belongs to; undefined for words that are no act. */
export const actOf = (form: string): Act | undefined => acts.get(form)

export const isAct = (word: string, form: ActForm): boolean => acts.get(word)?.forms.has(form) ?? false

function readActs(): ReadonlyMap<string, Act> {
  const found = new Map<string, { base: string; forms: Set<ActForm> }>()
  for (const [base = '', past = '', participle = '', gerund = ''] of readLexicon('acts')) {
    const forms: [string, ActForm][] = [
      [base, 'base'],
      [past, 'past'],
      [participle, 'participle'],
      [gerund, 'gerund'],
    ]
    for (const [word, form] of forms) {
      const act = found.get(word) ?? { base, forms: new Set() }
      act.forms.add(form)
      found.set(word, act)
    }
  }
  return found
}
