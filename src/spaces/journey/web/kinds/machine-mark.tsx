/** Who stands behind a conclusion: three small stones for Cairn alone, a tick or a pen once a person decided. */
import { CheckIcon, WriteIcon } from '../../../../web/kit/icons.tsx'
import type { ElementStatus } from '../../contract.ts'
import { words } from '../words.ts'

export function StandingMark({ status }: { status: ElementStatus }) {
  const said = status === 'proposed' ? words.elements.madeBy : words.elements.statuses[status]
  return (
    <span className="journey-standing" data-status={status} title={said}>
      <StatusDrawing status={status} />
      <span className="visually-hidden">{said}</span>
    </span>
  )
}

function StatusDrawing({ status }: { status: ElementStatus }) {
  switch (status) {
    case 'confirmed':
      return <CheckIcon size={15} />
    case 'edited':
      return <WriteIcon size={15} />
    case 'rejected':
      return null
    case 'proposed':
      return (
        <svg viewBox="0 0 14 14" width={13} height={13} aria-hidden="true">
          <rect x="1" y="9.4" width="12" height="3.2" rx="1.6" />
          <rect x="3" y="5.4" width="8.6" height="3.2" rx="1.6" />
          <rect x="4.4" y="1.4" width="5" height="3.2" rx="1.6" />
        </svg>
      )
  }
}
