/** Administration at a glance: four cards, each with the one step that follows from it. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Icon } from '../../web/space.ts'
import { welcomeQuery } from '../../web/data/welcome.ts'
import { ActivityIcon, AdministrationIcon, LockIcon, PeopleIcon } from '../../web/kit/icons.tsx'
import { ButtonLink } from '../../web/kit/link.tsx'
import { Problem } from '../../web/kit/problem.tsx'
import { SkeletonLines } from '../../web/kit/skeleton-lines.tsx'
import { AdminPage } from './frame.tsx'
import { healthQuery, peopleCountQuery, queueQuery } from './queries.ts'
import { words } from './words.ts'

const { pages, overview, health: healthWords, settings } = words

export function OverviewPage() {
  return (
    <AdminPage title={words.title} lead={words.lead}>
      <div className="admin-cards">
        <PeopleCard />
        <JobsCard />
        <HealthCard />
        <RegistrationCard />
      </div>
    </AdminPage>
  )
}

function PeopleCard() {
  return (
    <Card title={pages.people} icon={PeopleIcon} query={useQuery(peopleCountQuery)}>
      {({ count, isMore }) => ({
        figure: overview.people(count, isMore),
        text: overview.peopleText,
        step: (
          <ButtonLink variant="default" to="/administration/people" hash="invite">
            {overview.invite}
          </ButtonLink>
        ),
      })}
    </Card>
  )
}

function JobsCard() {
  return (
    <Card title={pages.jobs} icon={ActivityIcon} query={useQuery(queueQuery)}>
      {({ kinds }) => {
        const sum = (of: 'queued' | 'running' | 'failed') => kinds.reduce((total, kind) => total + kind[of], 0)
        const dead = sum('failed')
        return {
          figure: dead > 0 ? overview.dead(dead) : overview.noDead,
          isAlarming: dead > 0,
          text: overview.queue(sum('queued'), sum('running')),
          step: (
            <ButtonLink variant="default" to="/administration/jobs">
              {dead > 0 ? overview.seeDead : overview.seeJobs}
            </ButtonLink>
          ),
        }
      }}
    </Card>
  )
}

function HealthCard() {
  return (
    <Card title={pages.health} icon={AdministrationIcon} query={useQuery(healthQuery)}>
      {({ status, components }) => ({
        figure: healthWords.all[status],
        isAlarming: status !== 'up',
        text: overview.parts(components.length),
        step: (
          <ButtonLink variant="default" to="/administration/health">
            {overview.seeHealth}
          </ButtonLink>
        ),
      })}
    </Card>
  )
}

function RegistrationCard() {
  return (
    <Card title={overview.registration} icon={LockIcon} query={useQuery(welcomeQuery)}>
      {({ registration }) => ({
        figure: settings.modes[registration],
        text: overview.registrationText,
        step: (
          <ButtonLink variant="default" to="/administration/settings">
            {overview.changeRegistration}
          </ButtonLink>
        ),
      })}
    </Card>
  )
}

interface Glance {
  figure: string
  text: ReactNode
  step: ReactNode
  isAlarming?: boolean
}

interface CardProps<T> {
  title: string
  icon: Icon
  query: UseQueryResult<T>
  children: (found: T) => Glance
}

function Card<T>({ title, icon: Picture, query: { data, error, refetch }, children }: CardProps<T>) {
  return (
    <section className="admin-card" aria-label={title}>
      <h2 className="admin-card-title">
        <Picture size={20} />
        {title}
      </h2>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!error && data === undefined && <SkeletonLines lines={3} />}
      {!error && data !== undefined && <Found glance={children(data)} />}
    </section>
  )
}

function Found({ glance: { figure, text, step, isAlarming = false } }: { glance: Glance }) {
  return (
    <>
      <div>
        <p className="admin-card-figure" data-alarming={isAlarming}>
          {figure}
        </p>
        <div className="quiet">{text}</div>
      </div>
      <div className="admin-card-step">{step}</div>
    </>
  )
}
