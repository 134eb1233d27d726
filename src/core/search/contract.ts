/** Search on the wire. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'

/** A run of text; `hit` marks what matched. */
export const Fragment = z.object({ text: z.string(), hit: z.boolean() })
export type Fragment = z.infer<typeof Fragment>

export const Hit = z.object({
  space: z.string(),
  kind: z.string(),
  id: z.string(),
  title: z.array(Fragment),
  excerpt: z.array(Fragment),
  tags: z.array(z.string()),
  /** Milliseconds since 1970; negative before that. */
  at: z.int(),
})
export type Hit = z.infer<typeof Hit>

const index = defineNoun({ name: 'search.index', about: 'Search over everything' })

export const searchApi = {
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'Finds what is mine by words, "phrases", -not, and field:value (space, kind, tag); best first',
    access: index.read,
    query: PageQuery.extend({ q: z.string().trim().min(1).max(500) }),
    reply: pageOf(Hit),
  }),
}
