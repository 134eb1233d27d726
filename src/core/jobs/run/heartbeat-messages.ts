/** What passes between the process and the thread that renews its leases. */
import { z } from 'zod'

/** What the thread is started with; `ahead` is how far the clock of the jobs is before that of the machine. */
export const Orders = z.object({
  url: z.string(),
  holder: z.string(),
  lease: z.number(),
  beat: z.number(),
  ahead: z.number(),
})

/** The jobs whose leases are to run out. */
export const Forsaken = z.array(z.string())

/** What the thread tells: jobs that were cancelled from elsewhere, or why it could not renew. */
export const Report = z.union([z.object({ cancelled: z.array(z.string()) }), z.object({ failure: z.string() })])
