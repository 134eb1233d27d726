/** Writes `docs/api/openapi.json`: what the program with all its spaces says of its own api. */
import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, loadSecrets } from '#core/config'
import { createLog } from '#core/observability'
import { createApp } from '../src/app.ts'
import { spaces } from '../src/spaces.ts'
import { version } from '../src/version.ts'
import { root } from './test/command.ts'

export const openApiFile = join(root, 'docs/api/openapi.json')

/** The text of the file as it has to be now. */
export async function describeProgram() {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-openapi-'))
  const { config } = loadConfig({ flags: { data: folder.path }, environment: {}, folder: folder.path })
  const secrets = loadSecrets(folder.path)
  const app = await createApp({ config, secrets, log: createLog({ level: 'silent' }), spaces, version })
  const { body } = await app.http.inject('/api/v1/openapi.json')
  await app.stop()
  return `${JSON.stringify(JSON.parse(body), null, 2)}\n`
}

if (import.meta.main) {
  mkdirSync(join(openApiFile, '..'), { recursive: true })
  writeFileSync(openApiFile, await describeProgram())
  console.log(`Written: ${openApiFile}`)
}
