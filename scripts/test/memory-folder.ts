/** Where tests keep what they write: in memory, if there is room, so that nobody waits for a disk. */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
const leastRoom = 4 * 2 ** 30

/** Makes a folder in memory the one for temporary files of this process and its children, until it ends. */
export function useMemoryFolder() {
  if (process.env['TMPDIR'] !== undefined || readRoom() < leastRoom) return
  const folder = mkdtempSync(join(memory, 'cairn-'))
  // PostgreSQL runs as its own user.
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}

/** Bytes; none where there is no such folder, as on other systems than Linux. */
function readRoom() {
  if (!existsSync(memory)) return 0
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize
}
