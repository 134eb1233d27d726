/** The list of spaces in the web, and beside them the administration, which is not for everybody. */
import { journey } from '../spaces/journey/web/space.tsx'
import type { WebSpace } from './space.ts'

export { administration } from '../admin/web/administration.tsx'

export const spaces: readonly WebSpace[] = [journey]
