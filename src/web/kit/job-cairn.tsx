/** A job as a cairn: one stone for each step, laid when the step is finished. */
import type { Job } from '#core/jobs/contract'

const stone = { height: 9, widest: 34, narrowest: 14 }

export function JobCairn({ job }: { job: Job }) {
  const count = Math.max(job.steps.length, 3)
  const height = count * stone.height + 4
  return (
    <svg className="job-cairn" viewBox={`0 0 40 ${height}`} width={40} height={height} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <rect key={index} {...placeStone(index, count)} className="job-stone" data-laid={stateOf(job, index, count)} />
      ))}
    </svg>
  )
}

function stateOf({ state, finished }: Job, index: number, count: number) {
  const laid = state === 'done' ? count : finished.length
  if (index < laid) return 'yes'
  return index === laid && state === 'running' ? 'now' : 'no'
}

/** Stones get narrower towards the top and lie a little off centre, as hands lay them. */
function placeStone(index: number, count: number) {
  const share = count === 1 ? 0 : index / (count - 1)
  const width = stone.widest - share * (stone.widest - stone.narrowest)
  const lean = [0, 1.6, -1.2, 0.8, -0.6][index % 5] ?? 0
  const y = 2 + (count - 1 - index) * stone.height
  return { x: 20 - width / 2 + lean, y, width, height: stone.height - 1.5, rx: (stone.height - 1.5) / 2 }
}
