/** A report to read, on a screen or on paper. */
import type { ReactNode } from 'react'
import { Words } from '../../../../web/kit/words.tsx'
import type { Report, ReportCourse, ReportQuote, ReportTheme } from '../../contract.ts'
import { dayInWords } from '../patterns/day-words.ts'
import { useRunningHead } from './running-head.ts'
import { reportWords as words } from './words.ts'
import './report.css'

interface ReportViewProps {
  report: Report
  /** Whose it is, or what it is called, on every printed page. */
  name: string
  /** In place of the words of the report, where they can be written. */
  reflection?: ReactNode
}

export function ReportView({ report, name, reflection }: ReportViewProps) {
  const { chapters } = words
  const span = `${dayInWords(report.from)} – ${dayInWords(report.to)}`
  useRunningHead(name, span)
  return (
    <article className="journey-report">
      <p className="journey-report-span">{span}</p>
      <p>{words.overview(report.sessions, report.words, report.days.length)}</p>
      <Chapter title={chapters.days} isEmpty={report.days.length === 0}>
        <Days days={report.days} />
      </Chapter>
      <Chapter title={chapters.reflection} isEmpty={reflection === undefined && report.reflection === ''}>
        {reflection ?? <Words>{report.reflection}</Words>}
      </Chapter>
      <Chapter title={chapters.changes} isEmpty={report.changes.length === 0}>
        <ul className="journey-report-changes">
          {report.changes.map((change) => (
            <li key={`${change.kind} ${change.sentence}`}>
              {change.sentence} <span className="quiet">{words.readFrom(change)}</span>
            </li>
          ))}
        </ul>
      </Chapter>
      <Themes title={chapters.feelings} themes={report.feelings} />
      <Themes title={chapters.topics} themes={report.topics} />
      <Labelled title={chapters.breakthroughs} items={report.breakthroughs} />
      <Courses title={chapters.beliefs} courses={report.beliefs} />
      <Courses title={chapters.challenges} courses={report.challenges} />
      <Chapter title={chapters.actions} isEmpty={report.actions.length === 0}>
        <p>{words.adherence(report.adherence)}</p>
        {report.actions.map(({ label, steps, quotes }, i) => (
          <div className="journey-report-item" key={`${label} ${i}`}>
            <h3>{label}</h3>
            <p className="quiet">{steps.map(({ what, day }) => words.step(what, dayInWords(day))).join(' · ')}</p>
            <Quotes quotes={quotes} />
          </div>
        ))}
      </Chapter>
    </article>
  )
}

function Chapter({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) {
  if (isEmpty) return null
  return (
    <section className="journey-report-chapter">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** How much was written on which day; the marks are for the eye, the list behind them for everybody. */
function Days({ days }: { days: Report['days'] }) {
  const most = Math.max(1, ...days.map((one) => one.words))
  const [first, last] = [days.at(0)?.day ?? '', days.at(-1)?.day ?? '']
  return (
    <>
      <ol className="journey-report-days">
        {days.map(({ day, words: count }) => (
          <li key={day} title={words.wordsOn(dayInWords(day), count)}>
            <span className="visually-hidden">{words.wordsOn(dayInWords(day), count)}</span>
            <svg viewBox="0 0 10 40" width={10} height={40} aria-hidden="true">
              <rect x="2" y={38 - (count / most) * 36} width="6" height={2 + (count / most) * 36} rx="2" />
            </svg>
          </li>
        ))}
      </ol>
      <p className="quiet">{words.writtenOn(dayInWords(first), dayInWords(last), most)}</p>
    </>
  )
}

function Themes({ title, themes }: { title: string; themes: readonly ReportTheme[] }) {
  return (
    <Chapter title={title} isEmpty={themes.length === 0}>
      <div className="journey-report-themes">
        {themes.map(({ label, branch, days, quotes }) => (
          <div className="journey-report-item" key={label}>
            <h3>{label}</h3>
            <p className="quiet">{words.standing(label, branch, days)}</p>
            <Quotes quotes={quotes} />
          </div>
        ))}
      </div>
    </Chapter>
  )
}

function Courses({ title, courses }: { title: string; courses: readonly ReportCourse[] }) {
  return (
    <Chapter title={title} isEmpty={courses.length === 0}>
      {courses.map(({ label, first, last, quotes }, i) => (
        <div className="journey-report-item" key={`${label} ${i}`}>
          <h3>{label}</h3>
          {last !== '' && <p className="quiet">{words.course(first, last)}</p>}
          <Quotes quotes={quotes} />
        </div>
      ))}
    </Chapter>
  )
}

function Labelled({ title, items }: { title: string; items: readonly (ReportQuote & { label: string })[] }) {
  return (
    <Chapter title={title} isEmpty={items.length === 0}>
      {items.map((item, i) => (
        <div className="journey-report-item" key={`${item.label} ${i}`}>
          <h3>{item.label}</h3>
          <Quotes quotes={[item]} />
        </div>
      ))}
    </Chapter>
  )
}

const Quotes = ({ quotes }: { quotes: readonly ReportQuote[] }) =>
  quotes.map(({ quote, day, sessionId }, i) => (
    <blockquote key={`${sessionId} ${i}`}>
      “{quote}” <time dateTime={day}>{dayInWords(day)}</time>
    </blockquote>
  ))
