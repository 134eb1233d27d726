/** Sample content on the wire: something to look at before there is anything of one's own, gone again in one call. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { defineNoun } from '#contract/permission'

/** `isOffered` is false where no space brings any. */
export const SampleStanding = z.object({ isOffered: z.boolean(), isLoaded: z.boolean() })
export type SampleStanding = z.infer<typeof SampleStanding>

const sample = defineNoun({ name: 'sample.content', about: 'Sample content: adding and removing it' })

export const sampleApi = {
  getSample: endpoint({
    method: 'GET',
    path: '/sample',
    summary: 'Whether sample content is offered, and whether it is among mine',
    access: sample.read,
    reply: SampleStanding,
  }),
  loadSample: endpoint({
    method: 'POST',
    path: '/sample',
    summary: 'Adds the sample content of every space to mine; does nothing where it is',
    access: sample.write,
    reply: SampleStanding,
  }),
  removeSample: endpoint({
    method: 'DELETE',
    path: '/sample',
    summary: 'Erases the sample content for good, with everything that was concluded from it',
    access: sample.write,
    reply: SampleStanding,
  }),
}
