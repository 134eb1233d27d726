/** The product with no space in its list, or with a story's own, served in this process. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, loadSecrets } from '#core/config'
import { createLog } from '#core/observability'
import { createApp } from '../../../src/app.ts'
import type { Space } from '../../../src/core/space.ts'
import type { Server } from './server.ts'

const flags = {
  port: '0',
  'rate-limit-person': '0',
  'rate-limit-address': '0',
  'rate-limit-sign-in': '0',
  'stop-pause': '0',
  'log-level': 'error',
  'disk-reserve': '0',
}

export async function startBareServer(spaces: readonly Space[] = []): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'cairn-story-'))
  const { config, explained } = loadConfig({ flags: { data, ...flags }, environment: {}, folder: data })
  const app = await createApp({
    config,
    explained,
    secrets: loadSecrets(data),
    log: createLog({ level: 'error' }),
    spaces,
    version: '0.0.0-story',
    web: join(import.meta.dirname, '../../../dist/web'),
  })
  const address = await app.http.listen({ host: config.host, port: config.port })
  await app.start()
  return {
    address,
    firstLink: `${address}/first-run#token=${await app.auth.makeFirstLink()}`,
    async stop() {
      await app.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
