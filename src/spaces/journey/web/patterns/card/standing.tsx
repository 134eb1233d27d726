/** What cannot be told yet and what was looked for in vain, said kindly: stones on a path, laid session by session. */
import type { Patterns } from '../../../patterns/contract.ts'
import { words } from '../words.ts'

type Standing = Patterns['kinds'][number]

export function Standings({ kinds }: { kinds: readonly Standing[] }) {
  const wanting = Map.groupBy(
    kinds.filter(({ standing }) => standing === 'too-few'),
    ({ has, wants }) => `${has} ${wants}`,
  )
  const none = kinds.filter(({ standing }) => standing === 'none')
  return (
    <>
      {wanting.size > 0 && (
        <section className="standing" aria-labelledby="standing">
          <h2 id="standing" className="section-title">
            {words.standing.title}
          </h2>
          <p className="quiet">{words.standing.text}</p>
          {[...wanting].map(([key, alike]) => (
            <Wanting key={key} alike={alike} />
          ))}
        </section>
      )}
      {none.length > 0 && <p className="quiet standing-none">{words.standing.none(namesOf(none))}</p>}
    </>
  )
}

const namesOf = (kinds: readonly Standing[]) => kinds.map(({ kind }) => words.kinds[kind].toLowerCase()).join(', ')

function Wanting({ alike }: { alike: readonly Standing[] }) {
  const [first] = alike
  if (!first) return null
  const { has, wants } = first
  return (
    <div className="standing-row">
      <StonePath has={has} wants={wants} />
      <div>
        <p className="standing-names">{alike.map(({ kind }) => words.kinds[kind]).join(' · ')}</p>
        <p className="quiet figures">
          {words.standing.progress(has, wants)}: {words.standing.more(Math.max(1, wants - has))}
        </p>
      </div>
    </div>
  )
}

const width = 220
const height = 46
const mostStones = 24

/** One stone for each session that is wanted; where many are, a stone stands for several. */
function StonePath({ has, wants }: { has: number; wants: number }) {
  const stones = Math.max(1, Math.min(wants, mostStones))
  const laid = Math.floor((Math.min(has, wants) / Math.max(1, wants)) * stones)
  const step = (width - 16) / Math.max(1, stones - 1)
  return (
    <svg className="stone-path" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {Array.from({ length: stones }, (_, index) => (
        <ellipse
          key={index}
          className={index < laid ? 'stone-laid' : 'stone-open'}
          cx={8 + index * step}
          cy={height / 2 + Math.sin(index * 0.55) * 12}
          rx={Math.min(5.5, step * 0.42)}
          ry={Math.min(4, step * 0.32)}
        />
      ))}
    </svg>
  )
}
