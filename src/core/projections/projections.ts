/**
 * Projections: what the search index and the graph hold is derived from the record, thing by thing, and can be derived
 * again at any time while people work. A digest shows that what is held is what the record says. It promises short
 * writes, no moment without an index, and a run that goes on where it was broken off.
 */
import { z } from 'zod'
import { minute } from '#std/duration'
import type { JobDefinition } from '#core/jobs'
import { digestDerived, digestHeld } from './digest.ts'
import { rebuild, type RebuildNeeds, type Rebuilding, type Rebuilt } from './rebuild.ts'
import type { Projection } from './projection.ts'

export { projectionsMigrations } from './schema.ts'
export { defineProjection, type Projection } from './projection.ts'
export { eachId, type ListIds, type Page } from './pages.ts'

export interface Projections {
  register(projection: Projection): void
  names(): string[]
  /** Derives everything again. Throws for a name that nobody registered. */
  rebuild(name: string, options: Omit<Rebuilding, 'run'> & { run?: string }): Promise<Rebuilt>
  /** True when what is held is what the record says now; tells it of one moment without changes. */
  isTrue(name: string, signal: AbortSignal): Promise<boolean>
  /** The same as a job, with its progress, for one name. */
  job: JobDefinition<typeof Payload, unknown>
}

const Payload = z.object({ name: z.string().max(100) })
const Outcome = z.object({ things: z.int(), repaired: z.int(), before: z.string(), after: z.string() })
/** A change between the two digests makes them differ, so that they are taken again. */
const mostLooks = 5

export function createProjections(needs: RebuildNeeds & { newId: () => string }): Projections {
  const projections = new Map<string, Projection>()
  const find = (name: string) => {
    const projection = projections.get(name)
    if (!projection) throw new Error(`There is no projection ${name}`)
    return projection
  }
  const rebuildOne: Projections['rebuild'] = async (name, options) =>
    rebuild(needs, find(name), { run: needs.newId(), ...options })
  return {
    register: (projection) => void projections.set(projection.name, projection),
    names: () => [...projections.keys()],
    rebuild: rebuildOne,
    isTrue: async (name, signal) => isTrue(needs, find(name), signal),
    job: {
      kind: 'core.rebuild-projection',
      payload: Payload,
      steps: ['rebuild'],
      async run(_, { id, payload, signal, progress, step }) {
        await step('rebuild', Outcome, () =>
          rebuildOne(payload.name, { signal, onProgress: progress, run: `job:${id}` }),
        )
      },
    },
  }
}

async function isTrue({ db }: RebuildNeeds, projection: Projection, given: AbortSignal) {
  const signal = AbortSignal.any([given, AbortSignal.timeout(10 * minute)])
  for (let look = 0; look < mostLooks; look += 1) {
    const held = await digestHeld(projection, db.read, signal)
    if (held === (await digestDerived(projection, db.read, signal))) return true
  }
  return false
}
