/** A folder on a disk of its own kind: what is durable must not be measured in memory. */
import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Folder extends AsyncDisposable {
  path: string
}

/** The number by which Linux names a file system in memory. */
const tmpfs = 0x01021994
const onDisk = join(import.meta.dirname, '../../node_modules/.cache')

export async function createFolder(): Promise<Folder> {
  const { type } = await statfs(tmpdir())
  const above = type === tmpfs ? onDisk : tmpdir()
  await mkdir(above, { recursive: true })
  const path = await mkdtemp(join(above, 'cairn-bench-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
