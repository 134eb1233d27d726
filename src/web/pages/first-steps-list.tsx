/** The first things that the spaces offer, as cards to choose from. */
import { Link } from '@tanstack/react-router'
import { useSpaces } from '../data/running-spaces.ts'
import { ForwardIcon } from '../kit/icons.tsx'
import { SampleStep } from './sample.tsx'

export function FirstSteps() {
  const steps = useSpaces().flatMap(({ firstSteps = [] }) => firstSteps)
  return (
    <ul className="first-steps">
      {steps.map(({ label, hint, path, icon: Picture }) => (
        <li key={`${path} ${label}`}>
          <Link to={path} className="first-step">
            <span className="first-step-picture">
              <Picture size={26} />
            </span>
            <span className="first-step-words">
              <strong>{label}</strong>
              <span>{hint}</span>
            </span>
            <ForwardIcon />
          </Link>
        </li>
      ))}
      <SampleStep />
    </ul>
  )
}
