/** What the thread that finds patterns is told and answers. */
import { z } from 'zod'
import { Links } from '../../links/linkable-element.ts'
import { QuoteSource } from '../../elements/quote-sources.ts'
import { KindStanding } from '../contract.ts'
import { ActionPage } from '../reading/action-rows.ts'
import { RowPage } from '../reading/rows.ts'

export const Order = z.union([
  z.object({ page: RowPage }),
  z.object({ actions: ActionPage, zone: z.string() }),
  z.object({ links: Links, today: z.string() }),
  z.object({ sources: z.array(QuoteSource) }),
  z.object({ isQuoted: z.literal(true) }),
])
export type Order = z.infer<typeof Order>

/** The sessions that are quoted, whose texts it wants to see. */
export const Found = z.object({ quoted: z.array(z.string()) })

const PatternRow = z.object({ key: z.string(), kind: z.string(), body: z.string(), isStrong: z.boolean() })

export const Outcome = z.object({ sessions: z.int(), kinds: z.array(KindStanding), rows: z.array(PatternRow) })
export type Outcome = z.infer<typeof Outcome>
