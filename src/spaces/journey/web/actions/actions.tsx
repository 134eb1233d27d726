/** What a person means to do: questions first, then a board or a list, and one action at a time beside it. */
import { SegmentedControl, TextInput } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ButtonLink } from '../../../../web/kit/link.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { WriteIcon } from '../../../../web/kit/icons.tsx'
import { words as journeyWords } from '../words.ts'
import { AddAction } from './add-action.tsx'
import { Board } from './board.tsx'
import { useChangeAction } from './change.ts'
import { useActionNews, useSummary } from './data.ts'
import { ActionDrawer } from './detail.tsx'
import { ActionTable } from './list.tsx'
import { StonesPicture } from './picture.tsx'
import { Questions } from './questions.tsx'
import { useBoard } from './use-board.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useOwnZone } from './use-own-zone.ts'
import { words } from './words.ts'
import '../kinds/kinds.css'
import '../journey.css'
import './actions.css'

const Params = z.object({ actionId: z.string().optional() })
const views = ['board', 'list'] as const

export function ActionsPage() {
  const { actionId } = Params.parse(useParams({ strict: false }))
  const [view, setView] = useState<(typeof views)[number]>('board')
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { data: summary } = useSummary()
  useActionNews()
  useOwnZone()
  const isEmpty = summary !== undefined && Object.values(summary.counts).every((count) => count === 0)
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <Questions />
      <div className="action-bar">
        <AddAction field={field} />
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <SegmentedControl
          aria-label={words.views}
          value={view}
          data={views.map((value) => ({ value, label: words[value] }))}
          onChange={setView}
        />
      </div>
      {isEmpty ? <NoActions /> : <View view={view} text={text.trim()} opened={actionId} add={field} />}
    </Page>
  )
}

function NoActions() {
  return (
    <EmptyState
      picture={<StonesPicture />}
      title={words.empty.title}
      text={words.empty.text}
      action={
        <ButtonLink to="/journey/write" leftSection={<WriteIcon size={18} />}>
          {journeyWords.starters.write.label}
        </ButtonLink>
      }
    />
  )
}

interface ViewProps {
  view: (typeof views)[number]
  text: string
  opened: string | undefined
  add: { current: HTMLInputElement | null }
}

function View({ view, text, opened, add }: ViewProps) {
  const board = useBoard(text)
  const navigate = useNavigate()
  const change = useChangeAction()
  const [isEdited, setEdited] = useState(false)
  const open = (id: string, edit = false) => {
    setEdited(edit)
    void navigate({ to: `/journey/actions/${id}` })
  }
  const keys = useBoardKeys({ board, add, change, isEnabled: view === 'board' && opened === undefined, open })
  return (
    <>
      {view === 'list' && <ActionTable text={text} />}
      {view === 'board' && board.error && <Problem error={board.error} retry={board.refetch} />}
      {view === 'board' && board.isPending && <SkeletonLines lines={6} />}
      {view === 'board' && !board.isPending && (
        <>
          <p className="quiet action-hint">{words.keysHint}</p>
          <Board
            board={board}
            chosenId={keys.chosenId}
            choose={({ id }) => keys.choose(id)}
            open={({ id }) => open(id)}
            move={(action, status) => change(action, { status })}
          />
        </>
      )}
      {opened !== undefined && (
        <ActionDrawer
          key={opened}
          actionId={opened}
          isEdited={isEdited}
          close={() => void navigate({ to: '/journey/actions' })}
        />
      )}
    </>
  )
}
