/** The node that was chosen: what it is connected with, and the quotes that stand behind its links. */
import { ButtonLink } from '../../../../web/kit/link.tsx'
import { Words } from '../../../../web/kit/words.tsx'
import type { GraphEdge, GraphNode } from '../../contract.ts'
import { KindMark } from '../kinds/kind-mark.tsx'
import { words } from './words.ts'
import { companyOf, type Picture } from './picture.ts'

interface NodeDetailsProps {
  picture: Picture
  selected: GraphNode | undefined
  select: (id: string | undefined) => void
}

export function NodeDetails({ picture, selected, select }: NodeDetailsProps) {
  return (
    <section
      className="journey-details"
      data-chosen={selected !== undefined}
      aria-live="polite"
      aria-label={words.selected}
    >
      {selected ? (
        <Details picture={picture} selected={selected} select={select} />
      ) : (
        <p className="quiet">{words.choose}</p>
      )}
    </section>
  )
}

function Details({ picture, selected, select }: NodeDetailsProps & { selected: GraphNode }) {
  const links = picture.edges.filter(({ source, target }) => source === selected.id || target === selected.id)
  const company = companyOf(selected.id, links)
  const others = [picture.centre, ...picture.around].filter(({ id }) => id !== selected.id && company.has(id))
  const isOther = selected.kind === 'session' && selected.id !== picture.centre.id
  return (
    <>
      <p className="quiet journey-details-kind">
        <KindMark kind={selected.kind} />
        {selected.id === picture.centre.id ? words.thisSession : words.nodeKinds[selected.kind]}
      </p>
      <h2>{selected.label}</h2>
      {isOther && (
        <ButtonLink to={`/journey/sessions/${selected.ref ?? ''}`} size="sm" variant="light">
          {words.open}
        </ButtonLink>
      )}
      <Quotes edges={links} />
      <h3>{words.connected}</h3>
      <ul className="journey-company">
        {others.map((node) => (
          <li key={node.id}>
            <button type="button" className="journey-fold" onClick={() => select(node.id)}>
              <KindMark kind={node.kind} />
              {node.label}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="journey-fold" onClick={() => select(undefined)}>
        {words.clear}
      </button>
    </>
  )
}

const mostQuotes = 6

function Quotes({ edges }: { edges: readonly GraphEdge[] }) {
  const quotes = [...new Set(edges.flatMap(({ evidence }) => evidence).flatMap(({ quote }) => quote ?? []))].slice(
    0,
    mostQuotes,
  )
  if (quotes.length === 0) return null
  return (
    <>
      <h3>{words.quotes}</h3>
      {quotes.map((quote) => (
        <blockquote key={quote}>
          <Words size="excerpt">{quote}</Words>
        </blockquote>
      ))}
    </>
  )
}
