/** The spaces that this program runs, in the order of the navigation. */
import { journey } from './spaces/journey/space.ts'
import type { Space } from './core/space.ts'

export const spaces: readonly Space[] = [journey]
