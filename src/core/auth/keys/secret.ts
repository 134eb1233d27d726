/** What a program shows: `cairn_<key id>_<secret>`. The prefix lets scanners find one that was published by mistake. */
import { newSecret } from '../secret.ts'

const form = /^cairn_([0-9a-f-]{36})_([\w-]{43})$/

export function newKeySecret(keyId: string) {
  const secret = newSecret()
  return { secret, shown: `cairn_${keyId}_${secret}` }
}

/** Undefined for what is no key at all, such as an access token. */
export function parseKey(shown: string) {
  const [, id, secret] = form.exec(shown) ?? []
  if (id === undefined || secret === undefined) return undefined
  return { id, secret }
}
