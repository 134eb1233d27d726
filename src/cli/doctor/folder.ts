/** The data folder: that it can be written, and that nobody else reads the keys. */
import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#core/config'
import { well, wrong, type Finding } from './finding.ts'

const forOthers = 0o077
const mebibyte = 1024 * 1024
/** Below this a server refuses to take anything in. */
const leastRoom = 512 * mebibyte

export async function checkFolder({ data }: Config): Promise<Finding[]> {
  const facts = await statOf(data)
  if (!facts) return [well(`the data folder ${data} is not there yet; the first start makes it`)]
  if (!facts.isDirectory()) return [wrong(`${data} is no folder. Choose another one with --data.`)]
  const isWritable = await access(data, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable) return [wrong(`${data} cannot be written by this account. Change its owner, or run as its owner.`)]
  const open = (facts.mode & forOthers) !== 0
  return [
    open
      ? wrong(`others may look into ${data}. Keep it to its owner: chmod 700 '${data}'`)
      : well(`the data folder ${data} can be written, and is closed to others`),
  ]
}

export async function checkSecrets({ data }: Config): Promise<Finding[]> {
  const path = join(data, 'secrets.json')
  const facts = await statOf(path)
  if (!facts) return []
  if ((facts.mode & forOthers) === 0) return [well('the keys can be read by their owner alone')]
  return [wrong(`others may read the keys. Keep them to their owner: chmod 600 '${path}'`)]
}

export async function checkRoom({ data }: Config): Promise<Finding[]> {
  if (!(await statOf(data))) return []
  const { bavail, bsize } = await statfs(data)
  const words = `${Math.floor((bavail * bsize) / mebibyte)} MB of the disk are free`
  if (bavail * bsize >= leastRoom) return [well(words)]
  return [wrong(`${words}. Make room: below ${leastRoom / mebibyte} MB Cairn takes nothing more in.`)]
}

const statOf = (path: string) => stat(path).catch(() => undefined)
