/** A report as Markdown: what a person can keep, print elsewhere, or send. */
import {
  StepKind,
  type Report,
  type ReportAction,
  type ReportCourse,
  type ReportQuote,
  type ReportTheme,
} from './contract.ts'

export function markdownOf(report: Report): string {
  const { from, to, sessions, words, reflection } = report
  return [
    `# ${from} to ${to}\n`,
    `${sessions} sessions, ${words} words, on ${report.days.length} days.\n`,
    chapter('In my own words now', reflection === '' ? [] : [`${reflection}\n`]),
    chapter(
      'What changed',
      report.changes.map(({ sentence, n, counted }) => `- ${plain(sentence)} (${n} ${counted})\n`),
    ),
    chapter('Feelings', report.feelings.map(themeLines)),
    chapter('Topics', report.topics.map(themeLines)),
    chapter('What became clear', report.breakthroughs.map(labelledLine)),
    chapter('Beliefs', report.beliefs.map(courseLines)),
    chapter('What was in the way', report.challenges.map(courseLines)),
    chapter('What I meant to do', adherenceLines(report)),
  ].join('')
}

const chapter = (title: string, parts: readonly string[]) =>
  parts.length === 0 ? '' : `\n## ${title}\n\n${parts.join('')}`

const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|]/g, '\\$&')
    .trim()
const quoted = ({ quote, day }: ReportQuote) => `“${plain(quote)}” (${day})`

const themeLines = ({ label, days, quotes }: ReportTheme) =>
  `- **${plain(label)}** in ${days} ${days === 1 ? 'session' : 'sessions'}\n${quotes.map((one) => `  - ${quoted(one)}\n`).join('')}`

function courseLines({ label, first, last, quotes }: ReportCourse) {
  const course = first === last ? last : `${first} → ${last}`
  return `- **${plain(label)}**${course === '' ? '' : ` (${course})`}\n${quotes.map((one) => `  - ${quoted(one)}\n`).join('')}`
}

const labelledLine = (one: ReportQuote & { label: string }) => `- **${plain(one.label)}**: ${quoted(one)}\n`

function adherenceLines({ adherence, actions }: Report) {
  if (actions.length === 0) return []
  const counts = StepKind.options.flatMap((kind) => (adherence[kind] === 0 ? [] : `${adherence[kind]} ${kind}`))
  return [`${counts.join(', ')}.\n\n`, ...actions.map(actionLines)]
}

const actionLines = ({ label, steps, quotes }: ReportAction) =>
  `- **${plain(label)}**: ${steps.map(({ what, day }) => `${what} ${day}`).join(', ')}\n${quotes.map((one) => `  - ${quoted(one)}\n`).join('')}`
