/** The list of spaces in the web. */
import { journey } from '../spaces/journey/web/space.tsx'
import type { WebSpace } from './space.ts'

export const spaces: readonly WebSpace[] = [journey]
