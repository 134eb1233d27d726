/** What only an open record can tell of itself. */
import { z } from 'zod'
import { defineControl, type Exchange } from '#core/control'
import type { Core } from '../core/core.ts'

/** Every line begins with ✓ or ✗. */
export const checkCommand = (core: Pick<Core, 'projections' | 'events' | 'files'>) =>
  defineControl({
    name: 'record.check',
    input: z.object({ isDeep: z.boolean() }),
    async run({ isDeep }, exchange) {
      const isLogWell = await checkConsumers(core, exchange)
      const areFilesWell = await checkFiles(core, isDeep ? 'content' : 'sizes', exchange)
      const areTrue = !isDeep || (await checkProjections(core, exchange))
      return isLogWell && areFilesWell && areTrue
    },
  })

async function checkFiles({ files }: Pick<Core, 'files'>, depth: 'sizes' | 'content', { say, signal }: Exchange) {
  const { checked, faulty } = await files.check({ depth, signal })
  if (faulty.length === 0) say(`✓ files: the bytes of all ${checked} are there`)
  for (const { id, fault } of faulty.slice(0, mostNamed)) {
    say(`✗ files: ${id} is ${faults[fault]}. Put its bytes back from a backup.`)
  }
  if (faulty.length > mostNamed) say(`✗ files: and ${faulty.length - mostNamed} more`)
  return faulty.length === 0
}

const faults = { missing: 'missing', 'wrong-size': 'cut short', 'wrong-content': 'damaged' }
const mostNamed = 20

async function checkProjections({ projections }: Pick<Core, 'projections'>, { say, signal }: Exchange) {
  let isWell = true
  for (const name of projections.names()) {
    const isTrue = await projections.isTrue(name, signal)
    if (isTrue) say(`✓ ${name}: what it holds is what the record says`)
    else say(`✗ ${name}: it holds something else than the record says. Repair it: cairn rebuild ${name}`)
    isWell &&= isTrue
  }
  return isWell
}

async function checkConsumers({ events }: Pick<Core, 'events'>, { say }: Exchange) {
  const failing = (await events.consumers()).filter(({ failures }) => failures > 0)
  if (failing.length === 0) say('✓ consumers of the log: none fails')
  for (const { name, failures, error, lag } of failing) {
    say(`✗ ${name}: failed ${failures} times and is ${lag} events behind (${error ?? 'no words'}). Look at the log.`)
  }
  return failing.length === 0
}
