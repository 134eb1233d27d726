/** What a link leads to, for whoever holds it. The secret stands behind `#`, where no server on the way sees it. */
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { RefusedError } from '#contract/problem'
import { Page } from '../../../../web/kit/page.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { shareNotFound, type Shared } from '../../contract.ts'
import { dayInWords } from '../patterns/day-words.ts'
import { sharedQuery } from './queries.ts'
import { useRunningHead } from './running-head.ts'
import { ReportView } from './view.tsx'
import { reportWords } from './words.ts'

const words = reportWords.shared

export function SharedPage() {
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const secret = new URLSearchParams(hash).get('token') ?? ''
  const { data, error, refetch } = useQuery(sharedQuery(secret))
  if (error instanceof RefusedError && error.is(shareNotFound)) return <Gone />
  return (
    <Page title={reportWords.sharedTitle} lead={data && <Expiry at={data.expiresAt} />}>
      <Unlisted />
      {error && <Problem error={error} retry={() => void refetch()} />}
      {data ? <Content {...data} /> : error === null && <SkeletonLines lines={6} />}
    </Page>
  )
}

/** No search engine keeps such a page, and no page after it learns of its address. */
const Unlisted = () => (
  <>
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
  </>
)

const Gone = () => (
  <Page title={words.goneTitle}>
    <Unlisted />
    <p>{words.gone}</p>
  </Page>
)

const Content = ({ report, session }: Shared) => (
  <>
    {report && <ReportView report={report} name={reportWords.sharedTitle} />}
    {session && <SharedSession session={session} />}
  </>
)

const Expiry = ({ at }: { at: number }) => (
  <>
    {words.lead} <When at={at} style="date" />.
  </>
)

function SharedSession({ session }: { session: NonNullable<Shared['session']> }) {
  const people = words.withPeople(session.clientName, session.professionalName)
  useRunningHead(session.title, dayInWords(session.date))
  return (
    <article className="journey-report">
      <h2>{session.title}</h2>
      <p className="quiet">
        <time dateTime={session.date}>{dayInWords(session.date)}</time> {people}
      </p>
      {session.description !== '' && <p>{session.description}</p>}
      <p className="journey-shared-text">{session.transcript.text}</p>
      {session.elements.length > 0 && <h3>{words.found}</h3>}
      {session.elements.map(({ kind, label, spans }, i) => (
        <div className="journey-report-item" key={`${kind} ${label} ${i}`}>
          <strong>{label}</strong> <span className="quiet">{kind}</span>
          {spans[0] && <blockquote>“{spans[0].quote}”</blockquote>}
        </div>
      ))}
    </article>
  )
}
