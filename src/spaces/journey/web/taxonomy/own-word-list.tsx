/** All words of a person in one list, each as a sentence, with where it comes from. */
import { Button } from '@mantine/core'
import type { OwnWord } from '../../contract.ts'
import { DeleteIcon } from '../../../../web/kit/icons.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { KindMark } from '../kinds/kind-mark.tsx'
import { useRemoveWord } from './queries.ts'
import { taxonomyWords } from './words.ts'

export function OwnWordList({ words }: { words: readonly OwnWord[] }) {
  const remove = useRemoveWord()
  if (words.length === 0) return <p className="quiet">{taxonomyWords.list.empty}</p>
  return (
    <>
      {remove.error && <Problem error={remove.error} />}
      <ul className="taxonomy-list">
        {words.map((word) => (
          <li key={word.id}>
            <KindMark kind={word.kind} />
            <span className="taxonomy-sentence">{taxonomyWords.list.sentence(word)}</span>
            <span className="quiet">{taxonomyWords.list.from[word.origin]}</span>
            <Button
              size="sm"
              variant="subtle"
              color="brick"
              leftSection={<DeleteIcon size={16} />}
              aria-label={taxonomyWords.list.forgetWord(word.term)}
              onClick={() => remove.mutate(word)}
            >
              {taxonomyWords.list.forget}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
