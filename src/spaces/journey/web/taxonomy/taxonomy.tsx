/** The taxonomy: two trees to choose a name from, the words of a person beside it, and all their words as a list. */
import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Taxonomy } from '../../contract.ts'
import { AddIcon, RetryIcon } from '../../../../web/kit/icons.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { tell } from '../../../../web/kit/undo-toast.tsx'
import { NewTopic } from './new-topic.tsx'
import { OwnWordList } from './own-word-list.tsx'
import { useReadAgain, useTaxonomy } from './queries.ts'
import { Tree } from './tree.tsx'
import { taxonomyWords as words } from './words.ts'
import '../journey.css'
import './taxonomy.css'

type View = keyof typeof words.views

const isView = (value: string): value is View => value in words.views
const views = Object.entries(words.views).map(([value, label]) => ({ value, label }))

export function TaxonomyPage() {
  const { data, error, refetch } = useTaxonomy()
  const [view, setView] = useState<View>('topic')
  const [isAdding, setAdding] = useState(false)
  return (
    <Page
      width="wide"
      title={words.title}
      lead={words.lead}
      actions={
        <Button leftSection={<AddIcon size={18} />} onClick={() => setAdding(true)}>
          {words.topic.add}
        </Button>
      }
    >
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {data && (
        <>
          <NewTopic domains={domainsOf(data)} isOpen={isAdding} onClose={() => setAdding(false)} />
          <Stale sessions={data.sessionsToRead} />
          <SegmentedControl
            className="taxonomy-views"
            data={views}
            value={view}
            onChange={(value) => isView(value) && setView(value)}
          />
          {view === 'words' ? <OwnWordList words={data.words} /> : <Tree key={view} kind={view} taxonomy={data} />}
        </>
      )}
    </Page>
  )
}

const domainsOf = ({ topics }: Taxonomy) => topics.map(({ domain }) => domain)

/** What was read before the last change was read without it. */
function Stale({ sessions }: { sessions: number }) {
  const read = useReadAgain()
  if (sessions === 0) return null
  return (
    <div className="journey-notice taxonomy-stale" role="status">
      <p>{words.stale(sessions)}</p>
      <Button
        size="sm"
        variant="light"
        loading={read.isPending}
        leftSection={<RetryIcon size={16} />}
        onClick={() => read.mutate(undefined, { onSuccess: (queued) => tell(words.reading(queued.sessions)) })}
      >
        {words.readAgain}
      </Button>
      {read.error && <Problem error={read.error} />}
    </div>
  )
}
