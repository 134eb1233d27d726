/** What a key may do: every noun with "Read" and "Change", by space. */
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { GrantableNoun } from '#core/auth/contract'
import { scopesQuery } from '../../data/account.ts'
import { useSpaces } from '../../data/running-spaces.ts'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton-lines.tsx'
import { groupNouns } from './scopes.ts'
import { keyWords } from './words.ts'

/** Fields of a form: one `scope` for each that is chosen. */
export function ScopeChoice() {
  const { data: nouns, error, refetch } = useQuery(scopesQuery)
  const spaces = useSpaces()
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!nouns) return <SkeletonLines lines={6} />
  return (
    <div role="group" aria-labelledby="scopes">
      <p id="scopes" className="settings-label">
        {keyWords.scopes}
      </p>
      <p className="quiet">{keyWords.scopesHint}</p>
      {groupNouns(nouns, spaces, keyWords.ofCairn).map(({ title, nouns: ofGroup }) => (
        <fieldset key={title} className="scope-group">
          <legend>{title}</legend>
          {ofGroup.map((noun) => (
            <NounChoice key={noun.noun} noun={noun} />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function NounChoice({ noun: { noun, about, acts } }: { noun: GrantableNoun }) {
  return (
    <div className="scope">
      <span className="scope-about">{about}</span>
      {acts.map((act) => (
        <Checkbox
          key={act}
          className={`scope-${act}`}
          size="md"
          name="scope"
          value={`${noun}:${act}`}
          label={keyWords.acts[act]}
          aria-label={`${keyWords.acts[act]}: ${about}`}
        />
      ))}
    </div>
  )
}
