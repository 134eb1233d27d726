/** A person's own words as the analyser takes them. */
import type { Reader } from '#core/db'
import type { PersonalLexicon } from '../analyser/findings.ts'
import { NamedKind } from './contract.ts'
import { listOwnTopics, listOwnWords } from './own-words.ts'
import { domainOf } from './trees.ts'

/** As much as a plain word of the lists: enough to name its topic or feeling alone. */
const weight = 1

export async function readLexicon(reader: Reader, owner: string): Promise<PersonalLexicon> {
  const topics = await listOwnTopics(reader, owner)
  const own = new Map(topics.map(({ label, domain }) => [label, domain]))
  const words = await listOwnWords(reader, owner)
  const meant = words.filter(({ sense }) => sense === 'means')
  const named = topics.map(({ label, domain }) => ({ label, domain, term: label.toLowerCase(), weight }))
  return {
    topics: [
      ...named,
      ...meant.flatMap(({ kind, label, term }) => {
        const domain = own.get(label) ?? domainOf(label)
        return kind === 'topic' && domain !== undefined ? [{ label, domain, term, weight }] : []
      }),
    ],
    emotions: meant.flatMap(({ kind, label, term }) => (kind === 'emotion' ? [{ label, term, weight }] : [])),
    silenced: words.flatMap(({ kind, label, term, sense }) =>
      sense === 'not' ? [{ kind: NamedKind.parse(kind), term, ...(label !== '' && { label }) }] : [],
    ),
  }
}
