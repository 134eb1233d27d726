/**
 * The key of an act: the words that say what it is, each in one form and in the order of the text, so that "I did call
 * my sister", "called my sister" and "call my sister tomorrow" are the same act. Words that only say who, when or how
 * often are left out, and so are pronouns: "call her" has the key "call", which many acts begin with.
 */
import { actOf } from '../text/acts.ts'

const silent = new Set(
  (
    'a an the this that these those some any my mine your his her hers its our their me myself you yourself him it us ' +
    'them i we he she they one and or but so then than as of to for from in on at by with about into up down out off ' +
    'over back around after before until till within during through am is are was were be been being do does did done ' +
    'have has had having will shall would could should must need want going go let make sure try start begin manage ' +
    'managed plan planning intend finally actually already really just also still again now soon once twice more ' +
    'maybe probably definitely hopefully today tonight tomorrow yesterday morning afternoon evening night noon ' +
    'midnight day week weekend fortnight month year next last first thing end every each daily weekly monthly monday ' +
    'tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december times time ca wo least am pm oclock not never no when while if'
  ).split(' '),
)

/** Verbs that say nothing of the act where another verb follows: "go see the doctor", "try to run". */
const supports = new Set(['go', 'try', 'start', 'begin', 'manage', 'plan', 'get', 'make', 'do', 'let'])

export function actKeyOf(words: string): string {
  const forms = bare(words).match(/[\p{L}\p{N}]+/gu) ?? []
  const meaning = [...new Set(forms.filter((form) => !silent.has(form) && !/^\d/u.test(form)).map(stemOf))]
  const telling = meaning.filter((word) => !supports.has(word) && !silent.has(word))
  return (telling.length > 0 ? telling : meaning.length > 0 ? meaning : forms.map(stemOf)).join(' ')
}

/** "I'll" is "i" and "don't" is "do"; both are silent. */
const bare = (words: string): string => words.toLowerCase().replace(/n['’]t\b|['’]\p{L}+/gu, '')

/** One form for a verb in any tense and for a noun in any number; not always a word by itself. */
function stemOf(form: string): string {
  const act = actOf(form)
  if (act) return act.base
  return form.length > 3 ? form.replace(/ies$/u, 'y').replace(/(?<=[sxz]|ch|sh)es$|(?<=[^sui])s$/u, '') : form
}
