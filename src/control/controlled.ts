import type { Auth } from '#core/auth'
import type { Core } from '../core/core.ts'

/** What the commands act on. */
export interface Controlled {
  core: Core
  auth: Auth
  /** What links begin with. */
  address: string
}
