/** Builds the search index or the graph again, and tells whether it was what the record says. */
import { z } from 'zod'
import { second } from '#std/duration'
import { defineControl, type Exchange } from '#core/control'
import type { Core } from '../core/core.ts'

const shortDigest = 12

export const rebuildCommand = ({ projections }: Pick<Core, 'projections'>) =>
  defineControl({
    name: 'projections.rebuild',
    input: z.object({ name: z.string().max(100) }),
    async run({ name }, exchange) {
      const names = projections.names()
      if (name !== 'all' && !names.includes(name)) {
        exchange.say(`There is no “${name}” to rebuild. Choose one of: ${[...names, 'all'].join(', ')}.`)
        return false
      }
      for (const one of name === 'all' ? names : [name]) await rebuild({ projections }, one, exchange)
      return true
    },
  })

async function rebuild({ projections }: Pick<Core, 'projections'>, name: string, { say, signal }: Exchange) {
  let next = performance.now() + second
  const onProgress = (done: number, total: number) => {
    if (performance.now() < next) return
    next = performance.now() + second
    say(`${name}: ${done} of ${total}`)
  }
  const { things, repaired, before, after } = await projections.rebuild(name, { signal, onProgress })
  say(`${name}: ${things} things, digest before ${before.slice(0, shortDigest)}, after ${after.slice(0, shortDigest)}`)
  if (repaired > 0) say(`${name}: ${repaired} were not what the record says, and are now`)
  else if (before === after) say(`${name}: equal; it was what the record says`)
  else say(`${name}: it was what the record says; people changed things meanwhile`)
}
