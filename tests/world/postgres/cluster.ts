/**
 * A PostgreSQL server of the tests' own, on a free port of this machine and on a socket in its folder. Nothing of it
 * outlives the tests.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import pg from 'pg'
import { findPostgres } from '../../../scripts/test/postgres.ts'

export interface Cluster extends AsyncDisposable {
  /** Of its first database, whose user may do everything; by the socket, which costs half of what the port does. */
  url: string
  folder: string
}

/** Not for people's data: it never waits for the disk. `settings` are more of them. */
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '300', shared_buffers: '64MB' }

export async function startCluster(more: Record<string, string> = {}): Promise<Cluster> {
  const programs = findPostgres()
  if (!programs) throw new Error('There is no PostgreSQL on this machine')
  const folder = mkdtempSync(join(tmpdir(), 'cairn-postgres-'))
  const as = await ownerOf(folder)
  const port = await findPort()
  const init = ['-D', join(folder, 'data'), '--username=cairn', '--auth=trust', '--no-sync', '--encoding=UTF8']
  const made = spawnSync(join(programs, 'initdb'), [...init, '--locale=C.UTF-8'], {
    ...as,
    encoding: 'utf8',
    cwd: folder,
  })
  if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.stderr}`)
  const options = Object.entries({ ...settings, ...more, port: String(port), unix_socket_directories: folder })
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...as, cwd: folder, stdio: 'ignore' },
  )
  const ended = once(server, 'exit')
  const url = `postgres://cairn@localhost:${port}/postgres?host=${encodeURIComponent(folder)}`
  await untilReady(url)
  return {
    url,
    folder,
    async [Symbol.asyncDispose]() {
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root, so its own user owns the folder then. */
async function ownerOf(folder: string) {
  if (process.getuid?.() !== 0) return {}
  const numberOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  const [uid, gid] = [numberOf('-u'), numberOf('-g')]
  chownSync(folder, uid, gid)
  return { uid, gid }
}

async function findPort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  if (bound === null || typeof bound === 'string') throw new Error('There is no free port')
  return bound.port
}

async function untilReady(url: string) {
  const until = performance.now() + 30_000
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
