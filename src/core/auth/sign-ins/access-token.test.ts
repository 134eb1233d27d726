import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { minute, second } from '#std/duration'
import { createAccessTokens } from './access-token.ts'

const key = 'ab'.repeat(32)
const now = Date.UTC(2026, 2, 2, 9)
const tokens = createAccessTokens(key, () => now)
const right = { sid: 'sign-in', sub: 'ada', aud: 'cairn', exp: now / second + 60 }

/** A token as a forger would make it. */
function forge({ claims = {}, header = {}, by = key } = {}) {
  const jwt = new SignJWT({ ...right, ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
  return jwt.sign(Buffer.from(by, 'hex'))
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a token says whose it is, for ten minutes', async () => {
  const { accessToken, expiresAt } = await tokens.issue('ada', 'sign-in')
  expect(expiresAt).toBe(now + 10 * minute)
  expect(await tokens.verify(accessToken)).toEqual({ personId: 'ada', signInId: 'sign-in', expiresAt })
  expect(await createAccessTokens(key, () => expiresAt - 1).verify(accessToken)).toBeDefined()
  expect(await createAccessTokens(key, () => expiresAt).verify(accessToken)).toBeUndefined()
  expect(await tokens.verify(await forge())).toBeDefined()
})

test.each([
  { name: 'of another key', token: () => forge({ by: 'cd'.repeat(32) }) },
  { name: 'unsigned', token: async () => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(right)}.` },
  { name: 'of another algorithm', token: () => forge({ header: { alg: 'HS512' }, by: `${key}${key}` }) },
  { name: 'of another type', token: () => forge({ header: { typ: 'JWT' } }) },
  { name: 'for another audience', token: () => forge({ claims: { aud: 'elsewhere' } }) },
  { name: 'expired', token: () => forge({ claims: { exp: now / second - 1 } }) },
  { name: 'without an end', token: () => forge({ claims: { exp: undefined } }) },
  { name: 'without a sign-in', token: () => forge({ claims: { sid: undefined } }) },
  { name: 'no token at all', token: async () => 'nonsense' },
  { name: 'empty', token: async () => '' },
])('a token that is $name is refused', async ({ token }) => {
  expect(await tokens.verify(await token())).toBeUndefined()
})

test('a token whose claims were changed is refused', async () => {
  const { accessToken } = await tokens.issue('ada', 'sign-in')
  const [header, , signature] = accessToken.split('.')
  expect(await tokens.verify([header, part({ ...right, sub: 'bob' }), signature].join('.'))).toBeUndefined()
})
