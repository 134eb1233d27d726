import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../../../tests/world/make-zip.ts'
import { openZip, zipOf, zipUnreadable } from './zip.ts'

const limits = { entries: 10, entryBytes: 1_000_000, bytes: 1_500_000 }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-zip-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Reads every entry of these bytes. */
async function readAll(bytes: Uint8Array): Promise<Record<string, string>> {
  const path = join(folder, 'archive.zip')
  await writeFile(path, bytes)
  await using file = await open(path)
  const read: Record<string, string> = {}
  for (const entry of await openZip(file, limits)) read[entry.path] = (await entry.read()).toString()
  return read
}

const refusal = async (bytes: Uint8Array) =>
  readAll(bytes).then(
    () => 'It was read',
    (error: unknown) =>
      error instanceof Error && 'kind' in error && error.kind === zipUnreadable ? error.message : error,
  )

async function write(files: Record<string, string>, at: number) {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipOf(entriesOf(files), { at, signal: AbortSignal.timeout(5000) })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* entriesOf(files: Record<string, string>) {
  for (const [path, content] of Object.entries(files)) yield { path, content }
}

test('what was written is read again, name by name', async () => {
  const files = { 'a.txt': 'waves', 'deep/er/ребёнок.md': '😀'.repeat(5000), 'empty.txt': '' }
  expect(await readAll(await write(files, Date.now()))).toEqual(files)
})

test('the same files at the same time give the same bytes', async () => {
  const files = { 'a.txt': 'waves', 'b.txt': 'stone' }
  const at = Date.UTC(2026, 2, 2, 9)
  expect((await write(files, at)).equals(await write(files, at))).toBe(true)
  expect((await write(files, at)).equals(await write(files, at + 60_000))).toBe(false)
})

test('many files leave nothing on the handle, and one of many chunks is whole', async () => {
  const warnings: Error[] = []
  const hear = (warning: Error) => void warnings.push(warning)
  process.on('warning', hear)
  const path = join(folder, 'many.zip')
  const large = Buffer.alloc(300_000, 'stone ')
  await writeFile(path, makeZip(Array.from({ length: 12 }, (_, i) => ({ path: `${i}.txt`, content: large }))))
  await using file = await open(path)
  for (const entry of await openZip(file, { ...limits, entries: 12, bytes: 1e7 }))
    expect(large.equals(await entry.read())).toBe(true)
  process.off('warning', hear)
  expect(warnings).toEqual([])
})

describe('an archive is refused', () => {
  const names = ['../a', 'a/../../b', '/etc/passwd', 'C:\\a', 'a\\b', 'a\0b', '~/a', './a']
  test.each(names)('that has a file called %j', async (path) => {
    expect(await refusal(makeZip([{ path, content: 'x' }]))).toMatch(/leads out/)
  })

  test('that unpacks to more than it says', async () => {
    const bomb = makeZip([{ path: 'a', content: Buffer.alloc(900_000), claims: { size: 10 } }])
    expect(await refusal(bomb)).toMatch(/damaged/)
  })

  test('that says it unpacks to more than is taken, of one file or of all', async () => {
    expect(await refusal(makeZip([{ path: 'a', content: Buffer.alloc(1_000_001) }]))).toMatch(/one file/)
    const many = ['a', 'b'].map((path) => ({ path, content: Buffer.alloc(900_000) }))
    expect(await refusal(makeZip(many))).toMatch(/more than Cairn takes/)
  })

  test('whose files lie over each other', async () => {
    const quine = makeZip(['a', 'b'].map((path) => ({ path, content: 'x'.repeat(100), claims: { at: 0 } })))
    expect(await refusal(quine)).toMatch(/over each other/)
  })

  test('with too many files, two of one name, or a locked one', async () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ path: `${i}`, content: '' }))
    expect(await refusal(makeZip(many))).toMatch(/10 at most/)
    expect(await refusal(makeZip(['a', 'a'].map((path) => ({ path, content: 'x' }))))).toMatch(/one name/)
    expect(await refusal(makeZip([{ path: 'a', content: 'x', claims: { flags: 1 } }]))).toMatch(/password/)
  })

  test('wherever it is cut or bitten', async () => {
    const whole = makeZip([{ path: 'a.txt', content: 'the waves and the sea '.repeat(20) }])
    for (let length = 0; length < whole.length; length += 7) {
      expect(await refusal(whole.subarray(0, length))).toMatch(/no zip archive/)
    }
    for (let at = 0; at < whole.length; at += 1) {
      const bitten = Buffer.from(whole)
      bitten[at] = (bitten[at] ?? 0) ^ 0xff
      expect(typeof (await refusal(bitten))).toBe('string')
    }
  })
})
