/** Insights that led on to others: a chain of a person's own words, one stone after the other. */
import type { Pattern } from '../../patterns/contract.ts'
import { Conclusion } from './card/conclusion.tsx'
import { byTime } from './quotes/evidence.ts'
import { Quotes } from './quotes/quotes.tsx'
import { words } from './words.ts'

export function Cascades({ patterns }: { patterns: readonly Pattern[] }) {
  const chains = patterns.filter(({ evidence }) => evidence.length > 1)
  if (chains.length === 0) return null
  return (
    <section className="chart" aria-labelledby="cascades">
      <h3 id="cascades" className="chart-title">
        {words.cascade.title}
      </h3>
      {chains.map((chain) => (
        <div key={chain.key} className="cascade">
          <Conclusion pattern={chain} />
          <Quotes evidence={[...chain.evidence].sort(byTime)} />
        </div>
      ))}
    </section>
  )
}
