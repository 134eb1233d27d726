/** What could not be read as meant. */
import { WarningIcon } from '../../../../web/kit/icons.tsx'

export function FileWarnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <ul className="journey-warnings">
      {warnings.map((warning) => (
        <li key={warning}>
          <WarningIcon size={16} />
          {warning}
        </li>
      ))}
    </ul>
  )
}
