/** Journey on the home page: the latest sessions and a way to write the next one. */
import { WriteIcon } from '../../../../web/kit/icons.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/link.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { HomePattern } from '../patterns/home-pattern.tsx'
import { DueToday } from '../actions/due-today.tsx'
import { useJourneyNews, useLatestSessions } from '../queries.ts'
import { words } from '../words.ts'
import { SessionGist } from './card.tsx'
import '../journey.css'
import './sessions.css'

const shown = 3

export function JourneyHomePanel() {
  const { data, error, refetch } = useLatestSessions(shown)
  useJourneyNews()
  return (
    <section className="journey-home" aria-labelledby="journey-home">
      <header className="section-head">
        <h2 id="journey-home" className="section-title">
          {words.home.title}
        </h2>
        <ButtonLink to="/journey/write" size="sm" variant="light" leftSection={<WriteIcon size={16} />}>
          {words.home.write}
        </ButtonLink>
      </header>
      <DueToday />
      <HomePattern />
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={5} />}
      {data?.items.length === 0 && <p className="quiet">{words.home.empty}</p>}
      <ul>
        {data?.items.map((session) => (
          <li key={session.id}>
            <p className="quiet">
              <When day={session.date} />
            </p>
            <SessionGist session={session} />
          </li>
        ))}
      </ul>
      {data && data.next !== null && <TextLink to="/journey/sessions">{words.home.all}</TextLink>}
    </section>
  )
}
