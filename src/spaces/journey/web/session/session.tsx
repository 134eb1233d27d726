/** One session: its text with the evidence marked, and beside it what was found. It fills in while it is being read. */
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { RefusedError } from '#contract/problem'
import { JobCard } from '../../../../web/kit/job-card.tsx'
import { ButtonLink } from '../../../../web/kit/link.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { titleOf } from '../../../../web/words.ts'
import { sessionNotFound, type Session } from '../../contract.ts'
import { HelpCard } from '../crisis/help-card.tsx'
import { isAtWork, useJourneyNews, useProgress, useSession } from '../queries.ts'
import { languageInWords, words } from '../words.ts'
import { AddMore } from './add-more.tsx'
import { SessionContents } from './contents.tsx'
import { SessionHeading } from './heading.tsx'
import { Reading } from './reading.tsx'
import '../journey.css'
import './session.css'

const Params = z.object({ sessionId: z.string() })

export function SessionPage() {
  const sessionId = useSessionId()
  const { data: session, error, refetch } = useSession(sessionId)
  useJourneyNews()
  if (error) return <SessionProblem error={error} retry={() => void refetch()} />
  return (
    <div className="page journey-session" data-width="wide">
      {session ? <SessionView key={session.id} session={session} /> : <SkeletonLines lines={8} />}
    </div>
  )
}

export function useSessionId() {
  return Params.parse(useParams({ strict: false })).sessionId
}

export function SessionProblem({ error, retry }: { error: Error; retry: () => void }) {
  const isGone = error instanceof RefusedError && error.is(sessionNotFound)
  return (
    <div className="page" data-width="reading">
      <title>{titleOf(words.space.session)}</title>
      <Problem error={error} {...(!isGone && { retry })} />
      <p>
        <ButtonLink to="/journey/sessions" variant="default">
          {words.session.gone}
        </ButtonLink>
      </p>
    </div>
  )
}

function SessionView({ session }: { session: Session }) {
  return (
    <>
      <HelpCard session={session} />
      <SessionHeading session={session} />
      <SessionNotice session={session} />
      {session.contents.length > 0 && <Reading session={session} />}
      <AddMore session={session} />
      <SessionContents session={session} />
    </>
  )
}

function SessionNotice({ session }: { session: Session }) {
  const { data: progress } = useProgress(session)
  const isOpen = isAtWork(session) || session.state === 'failed'
  const isForeign = session.state === 'ready' && !session.isAnalysed && session.language !== null
  return (
    <div>
      {isOpen && progress?.job && <JobCard job={progress.job} />}
      {isForeign && (
        <p className="journey-notice" role="status">
          {words.session.notAnalysed(languageInWords(session.language ?? ''))}
        </p>
      )}
    </div>
  )
}
