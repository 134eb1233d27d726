/** Keys of this installation: made on the first run, kept beside the record, readable by its owner only. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const newKey = () => randomBytes(32).toString('hex')
const Key = z.string().regex(/^[0-9a-f]{64}$/)

/** 32 random bytes each, in hex. `linkKey` came later: a file without it is completed. */
const keys = { accessKey: Key, refreshKey: Key, linkKey: Key.optional() }
/** Keys of a version that is newer than this one stay in the file. */
const Stored = z.looseObject(keys)
export type Secrets = Record<keyof typeof keys, string>

/**
 * Reads `secrets.json` in the data folder, or makes it. A key that it lacks is added, and no other is touched; processes
 * that start together end up with the same keys. Throws when it is damaged: new keys would end all sign-ins.
 */
export function loadSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'secrets.json')
  if (!existsSync(path)) writeFirst(path, { accessKey: newKey(), refreshKey: newKey(), linkKey: newKey() })
  const { success, data: stored } = Stored.safeParse(parse(readFileSync(path, 'utf8')))
  if (!success) throw new Error(`${path} is damaged. Put it back from a backup, or remove it to sign everybody out.`)
  const secrets = { ...stored, linkKey: stored.linkKey ?? derivedKey(stored.accessKey, 'links') }
  if (stored.linkKey === undefined) replaceWhole(path, secrets)
  return secrets
}

/** The same for everybody who completes the file. */
const derivedKey = (key: string, purpose: string) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(purpose).digest('hex')

/** Does nothing when another process was faster. */
function writeFirst(path: string, secrets: Secrets) {
  const whole = writeBeside(path, secrets)
  try {
    linkSync(whole, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  }
  rmSync(whole)
  flushFolderOf(path)
}

function replaceWhole(path: string, secrets: Secrets) {
  renameSync(writeBeside(path, secrets), path)
  flushFolderOf(path)
}

function writeBeside(path: string, secrets: Secrets) {
  const temporary = `${path}.${randomUUID()}`
  const file = openSync(temporary, 'wx', 0o600)
  writeSync(file, JSON.stringify(secrets))
  fsyncSync(file)
  closeSync(file)
  return temporary
}

function flushFolderOf(path: string) {
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** What cannot be read holds no keys, and is refused as damaged. */
function parse(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    return {}
  }
}
