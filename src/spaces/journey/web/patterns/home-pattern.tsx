/** The surest pattern in one sentence, for the home page; nothing where there is none. */
import { TextLink } from '../../../../web/kit/link.tsx'
import { Conclusion } from './card/conclusion.tsx'
import { strongestOf } from './card/groups.ts'
import { usePatternNews, usePatterns } from './queries.ts'
import { words } from './words.ts'
import '../kinds/kinds.css'
import './card/card.css'

export function HomePattern() {
  const { data } = usePatterns()
  usePatternNews()
  const strongest = data && strongestOf(data.patterns)
  if (!strongest) return null
  return (
    <div className="pattern-home">
      <Conclusion pattern={strongest} />
      <TextLink to="/journey/patterns">{words.home.more}</TextLink>
    </div>
  )
}
