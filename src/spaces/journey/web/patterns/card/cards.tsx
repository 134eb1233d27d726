/** All patterns by what people ask for, the strongest on top and large. */
import { useState } from 'react'
import type { Pattern } from '../../../patterns/contract.ts'
import { words } from '../words.ts'
import './card.css'
import { groupPatterns, strongestOf, type PatternGroup } from './groups.ts'
import { PatternCard } from './pattern-card.tsx'

export function PatternCards({ patterns }: { patterns: readonly Pattern[] }) {
  const strongest = strongestOf(patterns)
  const rest = patterns.filter((pattern) => pattern !== strongest)
  return (
    <>
      {strongest && (
        <section className="pattern-strongest" aria-labelledby="pattern-strongest">
          <h2 id="pattern-strongest" className="section-title">
            {words.card.strongest}
          </h2>
          <PatternCard pattern={strongest} size="large" />
        </section>
      )}
      {groupPatterns(rest).map((group) => (
        <CardGroup key={group.name} group={group} />
      ))}
    </>
  )
}

const shownAtFirst = 4

function CardGroup({ group: { name, patterns } }: { group: PatternGroup }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? patterns : patterns.slice(0, shownAtFirst)
  return (
    <section aria-labelledby={`patterns-${name}`}>
      <h2 id={`patterns-${name}`} className="section-title">
        {words.groups[name]}
      </h2>
      <div className="pattern-cards">
        {shown.map((pattern) => (
          <PatternCard key={pattern.key} pattern={pattern} />
        ))}
      </div>
      {shown.length < patterns.length && (
        <button type="button" className="journey-fold" onClick={() => setWhole(true)}>
          {words.card.all(patterns.length - shown.length)}
        </button>
      )}
    </section>
  )
}
