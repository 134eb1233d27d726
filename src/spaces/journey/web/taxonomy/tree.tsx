/** A tree of names by branch; the chosen one opens its words under its branch. */
import { useState } from 'react'
import type { NamedKind, OwnWord, Taxonomy } from '../../contract.ts'
import { KindMark } from '../kinds/kind-mark.tsx'
import { ChosenName } from './chosen-name.tsx'
import type { Leaf } from './leaf.ts'
import { taxonomyWords as words } from './words.ts'

interface TreeProps {
  kind: NamedKind
  taxonomy: Taxonomy
}

export function Tree({ kind, taxonomy }: TreeProps) {
  const branches = branchesOf(kind, taxonomy)
  const [chosen, setChosen] = useState<string>()
  const leaf = branches.flatMap(({ leaves }) => leaves).find(({ label }) => label === chosen)
  const wordsOf = (label: string) => taxonomy.words.filter((word) => word.kind === kind && word.label === label)
  return (
    <>
      <p className="quiet taxonomy-hint">{words.chosenHint}</p>
      {branches.map(({ name, leaves }) => (
        <section key={name} aria-label={name} className="taxonomy-branch">
          <h2 className="taxonomy-branch-name">
            <KindMark kind={kind === 'topic' ? 'domain' : 'family'} size={12} />
            {name}
          </h2>
          <ul className="taxonomy-leaves">
            {leaves.map((one) => (
              <li key={one.label}>
                <LeafButton
                  leaf={one}
                  own={wordsOf(one.label)}
                  isChosen={one.label === chosen}
                  choose={() => setChosen(one.label === chosen ? undefined : one.label)}
                />
              </li>
            ))}
          </ul>
          {leaf?.branch === name && (
            <ChosenName
              key={leaf.label}
              kind={kind}
              leaf={leaf}
              own={wordsOf(leaf.label)}
              domains={taxonomy.topics.map(({ domain }) => domain)}
              choose={setChosen}
            />
          )}
        </section>
      ))}
    </>
  )
}

function branchesOf(kind: NamedKind, { topics, emotions }: Taxonomy): { name: string; leaves: Leaf[] }[] {
  if (kind === 'topic') {
    return topics.map(({ domain, leaves }) => ({
      name: domain,
      leaves: leaves.map((leaf) => ({ ...leaf, branch: domain, feeling: null })),
    }))
  }
  return emotions.map(({ family, leaves }) => ({
    name: family,
    leaves: leaves.map((feeling) => ({ label: feeling.label, branch: family, topicId: null, feeling })),
  }))
}

interface LeafButtonProps {
  leaf: Leaf
  own: readonly OwnWord[]
  isChosen: boolean
  choose: () => void
}

function LeafButton({ leaf, own, isChosen, choose }: LeafButtonProps) {
  return (
    <button type="button" className="taxonomy-leaf" aria-expanded={isChosen} onClick={choose}>
      <span>{leaf.label}</span>
      {leaf.topicId !== null && <span className="taxonomy-own">{words.yours}</span>}
      {own.length > 0 && <span className="taxonomy-count">{words.ownWords(own.length)}</span>}
    </button>
  )
}
