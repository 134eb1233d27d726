/**
 * Passwords as argon2id in PHC strings: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, 2025).
 * Hashing has its own limit, so that many sign-ins at once leave the other routes their time.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { createLimiter } from '#std/limiter'

const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const atOnce = 2

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes the same time whether or not there is a hash to compare with. */
  matches(password: string, hash: string | undefined): Promise<boolean>
}

export async function createPasswords(): Promise<Passwords> {
  const limited = createLimiter(atOnce)
  const hash = (password: string) => limited(() => hashWith(password, randomBytes(16)))
  const nobody = await hash(randomBytes(16).toString('hex'))
  return {
    hash,
    async matches(password, known) {
      const { salt, tag, cost } = parse(known ?? nobody)
      const found = await limited(() => derive(password, salt, { ...cost, tagLength: tag.length }))
      return timingSafeEqual(found, tag) && known !== undefined
    },
  }
}

async function hashWith(password: string, salt: Buffer) {
  const { memory, passes, parallelism } = parameters
  const tag = await derive(password, salt, parameters)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`
}

const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

const phcForm = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

/** The cost stands in the hash, so that those of an earlier version still match after it is raised. */
function parse(phc: string) {
  const [, memory, passes, parallelism, salt, tag] = phcForm.exec(phc) ?? []
  if (!salt || !tag) throw new Error('A stored password is not in PHC form')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64'), cost }
}

/** One spelling for the same characters, as RFC 8265 asks. */
function derive(password: string, nonce: Buffer, cost: typeof parameters) {
  const message = password.normalize('NFC')
  return new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', { ...cost, message, nonce }, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
}
