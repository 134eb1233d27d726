/** Where the control socket is. */
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Bytes of a path that every system takes for a socket. */
const longestPath = 103

/** In the data folder; where that makes too long a path, in a folder of the same person among the temporary ones. */
export function makeSocketPath(data: string): string {
  const real = realpathSync(data)
  const near = join(real, 'control.sock')
  if (Buffer.byteLength(near) <= longestPath) return near
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `cairn-${userInfo().uid}-${hash}`)
  makeOwn(folder)
  return join(folder, 'control.sock')
}

/** Throws when somebody else could get at the folder: they might have made it first. */
function makeOwn(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const facts = lstatSync(folder)
  if (facts.isDirectory() && facts.uid === userInfo().uid && (facts.mode & 0o077) === 0) return
  throw new Error(`${folder} is open to others. Remove it, or choose a data folder with a shorter path.`)
}
