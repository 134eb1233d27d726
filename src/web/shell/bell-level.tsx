/** How much a notification asks for, as a picture. */
import type { Level } from '#core/notifications/contract'
import { BellIcon, FailureIcon, WarningIcon } from '../kit/icons.tsx'

const pictures = { info: BellIcon, warning: WarningIcon, problem: FailureIcon }

export function LevelIcon({ level }: { level: Level }) {
  const Picture = pictures[level]
  return (
    <span className="bell-level" data-level={level}>
      <Picture size={20} />
    </span>
  )
}
