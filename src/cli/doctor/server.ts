/** Whether a server runs and answers, and otherwise whether one could. */
import { createServer } from 'node:net'
import { once } from 'node:events'
import { second } from '#std/duration'
import { apiPrefix } from '#contract/endpoint'
import type { Config } from '#core/config'
import { readHolder } from '#core/db'
import { well, wrong, type Finding } from './finding.ts'

export async function checkServer(config: Config): Promise<Finding[]> {
  const holder = readHolder(config.data)
  if (holder && isAlive(holder.pid)) return [await checkAnswer(holder)]
  return [await checkPort(config)]
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It is there, though it is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function checkAnswer({ pid, address }: { pid: number; address: string }): Promise<Finding> {
  const words = `a server runs (process ${pid}, ${address})`
  try {
    const { ok, status } = await fetch(`${address}${apiPrefix}/health/ready`, {
      signal: AbortSignal.timeout(5 * second),
    })
    if (ok) return well(`${words} and is ready`)
    return wrong(`${words} but is not ready (status ${status}). Look at its log.`)
  } catch {
    return wrong(`${words} but does not answer there. Look at its log, and at the proxy if there is one.`)
  }
}

async function checkPort({ host, port }: Config): Promise<Finding> {
  if (port === 0) return well('no server runs; a start takes a free port')
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return well(`no server runs; port ${port} is free`)
  } catch {
    return wrong(`no server runs, and port ${port} cannot be used. Choose another one with --port.`)
  } finally {
    server.close()
  }
}
