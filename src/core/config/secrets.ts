/** Keys of this installation: made on the first run, kept beside the record, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const Key = z.string().regex(/^[0-9a-f]{64}$/)

/** 32 random bytes each, in hex. */
const Secrets = z.object({ accessKey: Key, refreshKey: Key })
export type Secrets = z.infer<typeof Secrets>

/** Reads `secrets.json` in the data folder, or makes it. Throws when it is damaged: new keys would end all sign-ins. */
export function loadSecrets(folder: string): Secrets {
  const path = join(folder, 'secrets.json')
  if (!existsSync(path)) writeNew(path)
  const parsed = Secrets.safeParse(parse(readFileSync(path, 'utf8')))
  if (!parsed.success)
    throw new Error(`${path} is damaged. Put it back from a backup, or remove it to sign everybody out.`)
  return parsed.data
}

function writeNew(path: string) {
  const secrets: Secrets = { accessKey: randomBytes(32).toString('hex'), refreshKey: randomBytes(32).toString('hex') }
  const temporary = `${path}.new`
  rmSync(temporary, { force: true })
  const file = openSync(temporary, 'wx', 0o600)
  writeSync(file, JSON.stringify(secrets))
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
