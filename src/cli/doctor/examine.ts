/** Goes through all checks, one after the other, and prints what each finds. */
import type { Config } from '#core/config'
import { ask, hasRecord } from '../ask.ts'
import { done } from '../command.ts'
import { wrong, type Finding } from './finding.ts'
import { checkFolder, checkRoom, checkSecrets } from './folder.ts'
import { checkProgram } from './program.ts'
import { checkRecord } from './record.ts'
import { checkServer } from './server.ts'

type Check = (config: Config) => Promise<Finding[]>

const always: readonly Check[] = [checkProgram, checkFolder, checkSecrets, checkRoom, checkServer]

export async function examine(
  config: Config,
  { settings, isDeep }: { settings: Record<string, string>; isDeep: boolean },
): Promise<boolean> {
  let isWell = await goThrough(always, config)
  if (!hasRecord(config)) return isWell
  const isSound = await goThrough([checkRecord], config)
  isWell &&= isSound
  // A record with faults must not be opened for writing, and that would bring it up.
  if (!isSound) return false
  const answer = await ask({ name: 'record.check', input: { isDeep } }, settings)
  return isWell && answer === done
}

async function goThrough(checks: readonly Check[], config: Config): Promise<boolean> {
  let isWell = true
  for (const check of checks) {
    const findings = await check(config).catch((error: unknown) => [wrong(String(error))])
    for (const finding of findings) console.log(`${finding.isWell ? '✓' : '✗'} ${finding.words}`)
    isWell &&= findings.every((finding) => finding.isWell)
  }
  return isWell
}
