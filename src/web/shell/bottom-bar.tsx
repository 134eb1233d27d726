/** The way around on a phone: four places and, between them, "Add". */
import { Link } from '@tanstack/react-router'
import { useSpaces } from '../data/running-spaces.ts'
import { ActivityIcon, HomeIcon, SettingsIcon } from '../kit/icons.tsx'
import type { Icon } from '../space.ts'
import { shellWords } from '../words.ts'
import { AddMenu } from './add-menu.tsx'

interface Place {
  path: string
  title: string
  icon: Icon
}

const home: Place = { path: '/', title: shellWords.home, icon: HomeIcon }
const activity: Place = { path: '/activity', title: shellWords.activity, icon: ActivityIcon }
const settings: Place = { path: '/settings', title: shellWords.settings, icon: SettingsIcon }

export function BottomBar() {
  const places = choosePlaces(useSpaces())
  return (
    <nav className="bottom-bar" aria-label={shellWords.navigation}>
      {places.slice(0, 2).map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
      <AddMenu place="bottom" />
      {places.slice(2).map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
    </nav>
  )
}

/** Many spaces take every place: the mark leads home, and the tray to Activity. */
function choosePlaces(spaces: readonly Place[]): readonly Place[] {
  if (spaces.length > 2) return spaces.slice(0, 4)
  return [home, ...spaces, activity, settings].slice(0, 4)
}

function PlaceLink({ place: { path, title, icon: Picture } }: { place: Place }) {
  return (
    <Link to={path} className="bottom-link" activeOptions={{ exact: path === '/' }}>
      <Picture size={22} />
      <span>{title}</span>
    </Link>
  )
}
