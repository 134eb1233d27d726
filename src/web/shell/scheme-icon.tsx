import { MoonIcon, ScreenIcon, SunIcon } from '../kit/icons.tsx'
import type { Scheme } from './appearance.ts'

const pictures = { system: ScreenIcon, light: SunIcon, dark: MoonIcon }

export function SchemeIcon({ scheme }: { scheme: Scheme }) {
  const Picture = pictures[scheme]
  return <Picture size={18} />
}
