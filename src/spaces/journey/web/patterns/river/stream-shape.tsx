/** A stream of the river with its name along it, and the names of those that are too thin to bear one. */
import { useId } from 'react'
import { words } from '../words.ts'
import type { Course } from './course.ts'

export function StreamShape({ course: { family, name, banks, way } }: { course: Course }) {
  const id = useId()
  return (
    <>
      <path className="river-stream" data-family={family} d={banks}>
        <title>{name}</title>
      </path>
      {way !== undefined && (
        <>
          <path id={id} className="river-way" d={way} />
          <text className="river-name">
            <textPath href={`#${id}`} startOffset="50%" textAnchor="middle">
              {name}
            </textPath>
          </text>
        </>
      )}
    </>
  )
}

export function StreamKey({ courses }: { courses: readonly Course[] }) {
  if (courses.length === 0) return null
  return (
    <ul className="stream-key" aria-label={words.river.also}>
      {courses.map(({ key, family, name }) => (
        <li key={key}>
          <svg width={14} height={14} aria-hidden="true">
            <rect className="river-stream" data-family={family} width={14} height={14} rx={4} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
