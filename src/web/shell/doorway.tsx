/** The frame of the pages for visitors: the stones on their hill on one side, the form on the other. */
import { Outlet } from '@tanstack/react-router'
import { doorWords, productName } from '../words.ts'
import { HttpsNotice } from './https-notice.tsx'
import { Mark } from './mark.tsx'

export function Doorway() {
  return (
    <div className="doorway">
      <header className="doorway-hill">
        <div className="doorway-brand">
          <Mark size={40} />
          <span>{productName}</span>
        </div>
        <HillCairn />
        <p className="doorway-line">{doorWords.line}</p>
      </header>
      <main className="doorway-form">
        <HttpsNotice />
        <Outlet />
      </main>
    </div>
  )
}

function HillCairn() {
  return (
    <svg className="doorway-cairn" viewBox="0 -6 240 192" aria-hidden="true" focusable="false">
      <path d="M14 152c-3-23 34-36 101-38 73-2 114 9 113 34-1 22-39 32-107 33-66 1-105-6-107-29Z" />
      <path d="M44 84c-2-20 26-34 80-36 57-2 88 9 87 32-1 20-31 30-83 31-53 2-82-7-84-27Z" />
      <path d="M84 24C82 9 97-1 124-2c29-1 46 9 46 25 0 15-17 24-45 25-27 1-40-9-41-24Z" />
    </svg>
  )
}
