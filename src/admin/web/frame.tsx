/** The frame of every page of administrators; on a phone it carries the way around, which the rail shows elsewhere. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../web/kit/page.tsx'
import './admin.css'
import { words } from './words.ts'

interface AdminPageProps {
  title: string
  lead: string
  actions?: ReactNode
  children: ReactNode
}

const { overview, people, jobs, health, settings } = words.pages
const places = [
  { to: '/administration', label: overview },
  { to: '/administration/people', label: people },
  { to: '/administration/jobs', label: jobs },
  { to: '/administration/health', label: health },
  { to: '/administration/settings', label: settings },
]

export function AdminPage({ title, lead, actions, children }: AdminPageProps) {
  return (
    <Page title={title} lead={lead} actions={actions} width="wide">
      <nav className="admin-places" aria-label={words.navigation}>
        {places.map(({ to, label }) => (
          <Link key={to} to={to} className="admin-place" activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}

interface SectionProps {
  title: string
  text?: string
  actions?: ReactNode
  children: ReactNode
}

export function Section({ title, text, actions, children }: SectionProps) {
  return (
    <section className="admin-section" aria-label={title} tabIndex={-1}>
      <div className="section-head">
        <div>
          <h2 className="admin-section-title">{title}</h2>
          {text !== undefined && <p className="quiet">{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
