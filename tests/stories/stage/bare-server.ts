/** The product with no space in its list, served in this process. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSecrets } from '#core/config'
import { createLog } from '#core/observability'
import { createApp } from '../../../src/app.ts'
import type { Server } from './server.ts'

export async function startBareServer(): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'cairn-story-'))
  const app = await createApp({
    config: {
      data,
      host: '127.0.0.1',
      port: 0,
      publicAddress: '',
      trustProxy: false,
      logLevel: 'error',
      metricsToken: '',
    },
    secrets: loadSecrets(data),
    log: createLog({ level: 'error' }),
    spaces: [],
    version: '0.0.0-story',
    web: join(import.meta.dirname, '../../../dist/web'),
  })
  const address = await app.http.listen({ host: '127.0.0.1', port: 0 })
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
