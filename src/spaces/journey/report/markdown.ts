/** A report as Markdown: what a person can keep, print elsewhere, or send. */
import type { Report, ReportCourse, ReportQuote, ReportTheme } from '../contract.ts'

export function markdownOf(report: Report): string {
  const { from, to, sessions, words, reflection } = report
  return [
    `# ${from} to ${to}\n`,
    `${sessions} sessions, ${words} words, on ${report.days.length} days.\n`,
    chapter('In my own words now', reflection === '' ? [] : [`${reflection}\n`]),
    chapter('Feelings', report.feelings.map(themeLines)),
    chapter('Topics', report.topics.map(themeLines)),
    chapter('What became clear', report.breakthroughs.map(labelledLine)),
    chapter('Beliefs', report.beliefs.map(courseLines)),
    chapter('What was in the way', report.challenges.map(courseLines)),
    chapter('What I meant to do', report.actions.map(labelledLine)),
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
