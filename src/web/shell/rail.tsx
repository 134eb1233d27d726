/** The way around on a wide page: Home, the spaces with their pages, Activity, Administration, Settings. */
import { Link, useRouterState } from '@tanstack/react-router'
import { useSpaces } from '../data/running-spaces.ts'
import { useSignedIn } from '../data/signed-in.ts'
import { ActivityIcon, HomeIcon, SettingsIcon } from '../kit/icons.tsx'
import type { Icon, WebSpace } from '../space.ts'
import { administration } from '../spaces.ts'
import { productName, shellWords } from '../words.ts'
import { AddMenu } from './add-menu.tsx'
import { Mark } from './mark.tsx'

export function Rail() {
  const spaces = useSpaces()
  const { person } = useSignedIn()
  return (
    <nav className="rail" aria-label={shellWords.navigation}>
      <Link to="/" className="rail-brand" aria-label={shellWords.brand}>
        <Mark size={34} />
        <span className="rail-name">{productName}</span>
      </Link>
      <AddMenu place="rail" />
      <div className="rail-places">
        <ul>
          <RailLink to="/" icon={HomeIcon} label={shellWords.home} isExact />
          {spaces.map((space) => (
            <SpaceLinks key={space.name} space={space} />
          ))}
        </ul>
        <ul>
          <RailLink to="/activity" icon={ActivityIcon} label={shellWords.activity} />
          {person.role === 'administrator' && <SpaceLinks space={administration} />}
          <RailLink to="/settings" icon={SettingsIcon} label={shellWords.settings} />
        </ul>
      </div>
    </nav>
  )
}

function SpaceLinks({ space }: { space: Pick<WebSpace, 'path' | 'icon' | 'title' | 'navigation'> }) {
  const isInside = useRouterState({ select: ({ location }) => isWithin(location.pathname, space.path) })
  return (
    <>
      <RailLink to={space.path} icon={space.icon} label={space.title} />
      {isInside &&
        space.navigation.map(({ path, label }) => (
          <li key={path}>
            <Link to={path} className="rail-sublink" activeOptions={{ exact: path === space.path }}>
              {label}
            </Link>
          </li>
        ))}
    </>
  )
}

interface RailLinkProps {
  to: string
  icon: Icon
  label: string
  isExact?: boolean
}

function RailLink({ to, icon: Picture, label, isExact = false }: RailLinkProps) {
  return (
    <li>
      <Link to={to} className="rail-link" activeOptions={{ exact: isExact }}>
        <Picture size={20} />
        {label}
      </Link>
    </li>
  )
}

const isWithin = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`)
