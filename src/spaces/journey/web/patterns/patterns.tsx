/** Patterns: what changes, returns and hangs together over many sessions, in sentences and in pictures. */
import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { WriteIcon } from '../../../../web/kit/icons.tsx'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ButtonLink } from '../../../../web/kit/link.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { Patterns } from '../../patterns/contract.ts'
import { PatternCards } from './card/cards.tsx'
import { Standings } from './card/standing.tsx'
import { RiverPicture } from './empty-picture.tsx'
import { PeriodInAddress, periods, startOf, type Period } from './period.ts'
import { Pictures } from './pictures.tsx'
import { usePatternNews, usePatterns } from './queries.ts'
import { words } from './words.ts'
import '../journey.css'
import '../kinds/kinds.css'
import './patterns.css'

export function PatternsPage() {
  const { data, error, refetch } = usePatterns()
  usePatternNews()
  if (data?.sessions === 0 && data.isFresh) return <NoSessions />
  return (
    <Page width="wide" title={words.title} {...(data && { lead: words.lead(data.sessions) })}>
      {data ? <Told told={data} /> : !error && <SkeletonLines lines={10} />}
      {error && <Problem error={error} retry={() => void refetch()} />}
    </Page>
  )
}

function Told({ told }: { told: Patterns }) {
  const { period } = PeriodInAddress.parse(useSearch({ strict: false }))
  return (
    <div className="patterns">
      {!told.isFresh && (
        <p className="quiet patterns-old" role="status">
          {words.isOld}
        </p>
      )}
      <PatternCards patterns={told.patterns} />
      <Standings kinds={told.kinds} />
      <section aria-labelledby="pattern-pictures">
        <div className="section-head">
          <h2 id="pattern-pictures" className="section-title">
            {words.pictures}
          </h2>
          <PeriodChoice period={period} />
        </div>
        <Pictures patterns={told.patterns} from={startOf(period, new Date())} />
      </section>
    </div>
  )
}

function PeriodChoice({ period }: { period: Period }) {
  const navigate = useNavigate()
  return (
    <SegmentedControl
      className="patterns-period"
      aria-label={words.period.label}
      value={period}
      data={periods.map((value) => ({ value, label: words.period[value] }))}
      onChange={(value) => void navigate({ to: '/journey/patterns', search: { period: value }, replace: true })}
    />
  )
}

function NoSessions() {
  return (
    <Page title={words.title}>
      <EmptyState
        picture={<RiverPicture />}
        title={words.empty.title}
        text={words.empty.text}
        action={
          <ButtonLink to="/journey/write" leftSection={<WriteIcon size={18} />}>
            {words.empty.write}
          </ButtonLink>
        }
      />
    </Page>
  )
}
