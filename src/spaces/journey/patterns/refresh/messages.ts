/** What the thread that finds patterns is told and answers. */
import { z } from 'zod'
import { Links } from '../../links/linkable-element.ts'
import { KindStanding } from '../contract.ts'
import { ActionPage } from '../reading/action-rows.ts'
import { RowPage } from '../reading/rows.ts'

export const Order = z.union([
  z.object({ page: RowPage }),
  z.object({ actions: ActionPage, zone: z.string() }),
  z.object({ links: Links, today: z.string() }),
])
export type Order = z.infer<typeof Order>

const PatternRow = z.object({ key: z.string(), kind: z.string(), body: z.string(), isStrong: z.boolean() })

export const Outcome = z.object({ sessions: z.int(), kinds: z.array(KindStanding), rows: z.array(PatternRow) })
export type Outcome = z.infer<typeof Outcome>
