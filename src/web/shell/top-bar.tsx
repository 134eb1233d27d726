/** Search, what is running, and the account. */
import { Link } from '@tanstack/react-router'
import { shellWords } from '../words.ts'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { Mark } from './mark.tsx'
import { SearchField } from './search-field.tsx'
import { Tray } from './tray.tsx'

export function TopBar({ onShowKeys }: { onShowKeys: () => void }) {
  return (
    <header className="top-bar">
      <Link to="/" className="top-brand" aria-label={shellWords.brand}>
        <Mark size={28} />
      </Link>
      <SearchField />
      <div className="top-tools">
        <Tray />
        <Bell />
        <AccountMenu onShowKeys={onShowKeys} />
      </div>
    </header>
  )
}
