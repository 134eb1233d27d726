import { readFile } from 'node:fs/promises'
import { maxHeaderSize } from 'node:http'
import { expect, test } from 'vitest'
import { PageQuery } from '#contract/page'
import { passwordLength } from '#core/auth/contract'
import { loadConfig } from '#core/config'
import {
  largestFrame,
  longestKept,
  longestKey,
  longestPart,
  longestRequest,
  usualBody,
} from '../src/core/http/limits.ts'
import { minute } from '#std/duration'

const kib = 1024
const { config } = loadConfig({ flags: {}, environment: {}, folder: import.meta.dirname })

/** Each line of the table with the number that the program goes by. */
const lines = [
  { what: 'JSON body, unless told otherwise', limit: `${usualBody / kib} KiB` },
  { what: 'headers of a request', limit: `${maxHeaderSize / kib} KiB` },
  { what: 'one part of an address', limit: `${longestPart} characters` },
  { what: 'a whole request to arrive', limit: `${longestRequest / minute} minutes` },
  { what: 'live connection', limit: `frames of ${largestFrame / kib} KiB` },
  { what: 'password', limit: `${passwordLength.least} to ${passwordLength.most} characters` },
  { what: 'requests of one person, and of one key', limit: `${config.rateLimitPerson} a minute` },
  { what: 'requests of one address without a sign-in', limit: `${config.rateLimitAddress} a minute` },
  {
    what: 'attempts of one address to sign in, to register or to reset a password',
    limit: `${config.rateLimitSignIn} a minute`,
  },
  { what: 'idempotency key', limit: `${longestKey} characters` },
  { what: 'reply kept for an idempotency key', limit: `${longestKept / kib} KiB` },
]

const page = await readFile(`${import.meta.dirname}/../docs/limits.md`, 'utf8')
const told = new Map(
  page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, what = '', limit = '']) => [what, limit]),
)

test.each(lines)('the page of limits tells the truth about “$what”', ({ what, limit }) => {
  expect(told.get(what)).toContain(limit)
})

test('the page of limits tells the truth about lists', () => {
  const [items] = /\d+/.exec(told.get('page of a list') ?? '') ?? []
  const [cursor] = /\d+/.exec(told.get('cursor of a list') ?? '') ?? []
  const isTaken = (query: object) => PageQuery.safeParse(query).success
  expect([isTaken({ limit: Number(items) }), isTaken({ limit: Number(items) + 1 })]).toEqual([true, false])
  expect([
    isTaken({ cursor: 'x'.repeat(Number(cursor)) }),
    isTaken({ cursor: 'x'.repeat(Number(cursor) + 1) }),
  ]).toEqual([true, false])
})
