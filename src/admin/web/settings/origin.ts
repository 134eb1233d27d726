/** Where a setting of the start comes from, in words. */
import { words } from '../words.ts'

const { origins } = words.settings

export function describeOrigin(origin: string): string {
  if (origin === 'default') return origins.fallback
  if (origin.startsWith('--')) return origins.flag(origin)
  if (origin.endsWith('_FILE')) return origins.file(origin)
  return origin.startsWith('CAIRN_') ? origins.variable(origin) : origin
}
