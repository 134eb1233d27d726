/** What stands behind a link of the graph: words lead to their place, a session that stands for itself to its beginning. */
import { ForwardIcon } from '../../../../web/kit/icons.tsx'
import { TextLink } from '../../../../web/kit/link.tsx'
import { When } from '../../../../web/kit/when.tsx'
import type { GraphEvidence } from '../../contract.ts'

export function Evidence({ evidence: { sessionId, title, day, quote, place } }: { evidence: GraphEvidence }) {
  const at = place === null ? {} : { search: { at: String(place) } }
  return (
    <div className="journey-graph-quote">
      {quote !== null && <blockquote dir="auto">{quote}</blockquote>}
      <TextLink to={`/journey/sessions/${sessionId}`} {...at}>
        {title}, <When day={day} />
        <ForwardIcon size={14} />
      </TextLink>
    </div>
  )
}
