/** The frame of pages that a link opens for anybody: whose product it is, the content, and nothing that leads inside. */
import { Outlet } from '@tanstack/react-router'
import { productName } from '../words.ts'
import { Mark } from './mark.tsx'

export function OpenFrame() {
  return (
    <div className="open-frame">
      <header className="open-frame-brand">
        <Mark size={28} />
        <span>{productName}</span>
      </header>
      <main id="content">
        <Outlet />
      </main>
    </div>
  )
}
