/** Runs a module in a process that is killed when it, or a thread or a child of it, asks for a socket. */
import { spawnSync } from 'node:child_process'
import { mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Loaded first by the process, its threads and its children. */
const guard = `
  import dgram from 'node:dgram'
  import dns from 'node:dns'
  import net from 'node:net'
  import { syncBuiltinESMExports } from 'node:module'
  process.env.CAIRN_TEST_GUARDED ??= String(process.pid)
  const end = () => process.kill(Number(process.env.CAIRN_TEST_GUARDED), 'SIGKILL')
  net.Socket.prototype.connect = end
  net.Server.prototype.listen = end
  dgram.createSocket = end
  dns.lookup = end
  dns.promises.lookup = end
  syncBuiltinESMExports()
`

/** What the module printed, and whether something asked for a socket. */
export function runWithoutSockets(module: string) {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-guarded-'))
  const file = join(folder.path, 'module.mjs')
  writeFileSync(file, module)
  const env = { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(guard)}` }
  const { signal, stdout, stderr } = spawnSync(process.execPath, [file], { env, encoding: 'utf8', timeout: 60_000 })
  return { opened: signal === 'SIGKILL', printed: stdout, errors: stderr }
}
