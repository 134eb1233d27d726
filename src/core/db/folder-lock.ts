/**
 * The data folder belongs to one server. The lock is an exclusive transaction on a small SQLite file: the system frees
 * it when the process ends, however it ends, and two starters can never both have it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Holder = z.object({ pid: z.int(), address: z.string(), control: z.string().optional() })
export type Holder = z.infer<typeof Holder>

export interface FolderLock {
  /** Writes down who holds the folder, for whoever comes second, and where its control socket is. */
  announce(address: string, control?: string): void
  release(): void
}

/** Takes the folder or throws an error that names the process which holds it. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const holderFile = join(folder, 'server.json')
  const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new Error(
      `${folder} is in use by ${describeHolder(folder)}. Stop it first, or choose another folder with --data.`,
      {
        cause: error,
      },
    )
  }
  return {
    announce: (address, control) => writeFileSync(holderFile, JSON.stringify({ pid: process.pid, address, control })),
    release() {
      rmSync(holderFile, { force: true })
      lock.close()
    },
  }
}

const busy = 5

/** Anything else, such as a folder that cannot be written, has words of its own. */
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === busy

/** Who announced to hold the folder. It may have been killed since. */
export function readHolder(folder: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')))
  } catch {
    return undefined
  }
}

function describeHolder(folder: string) {
  const holder = readHolder(folder)
  return holder ? `another Cairn (process ${holder.pid}, ${holder.address})` : 'another Cairn that is just starting'
}
