import { PassThrough, Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { runAnalyseCommand } from './command.ts'

const replySchema = z.record(z.string(), z.unknown())
const anyNumber: unknown = expect.any(Number)

async function run(...chunks: (string | Buffer)[]): Promise<{ exitCode: number; replies: Record<string, unknown>[] }> {
  const output = new PassThrough()
  const [exitCode, written] = await Promise.all([
    runAnalyseCommand({ input: Readable.from(chunks), output }).finally(() => output.end()),
    output.setEncoding('utf8').toArray(),
  ])
  const lines = written.join('').split('\n').filter(Boolean)
  return { exitCode, replies: lines.map((line) => replySchema.parse(JSON.parse(line))) }
}

test('answers each line in order, echoing the id as given', async () => {
  const { exitCode, replies } = await run('{"id":"b","text":"I am happy."}\n\n{"id":7,"text":"x"}')
  expect(exitCode).toBe(0)
  expect(replies.map((reply) => reply['id'])).toEqual(['b', 7])
})

test('writes exactly the agreed fields', async () => {
  const { replies } = await run('{"id":1,"text":"I am happy. My boss. I will call him."}\n')
  expect(replies).toEqual([
    {
      id: 1,
      valence: anyNumber,
      emotions: [
        {
          label: 'happy',
          family: 'joy',
          ekman: 'joy',
          goemotions: ['joy'],
          score: anyNumber,
          experiencer: 'self',
          negated: false,
          spans: [{ start: 5, end: 10, quote: 'happy' }],
        },
      ],
      topics: [{ label: 'workplace', domain: 'work', score: anyNumber }],
      elements: [{ kind: 'action', label: 'call him', spans: [{ start: 21, end: 36, quote: 'I will call him' }] }],
    },
  ])
})

test('answers what it cannot read in its place and fails at the end', async () => {
  const { exitCode, replies } = await run('nonsense\n{"id":"a"}\n{"text":"x"}\n[]\n{"id":1,"text":"fine"}\n')
  expect(exitCode).toBe(1)
  expect(replies.map(({ id, error }) => [id, error])).toEqual([
    [null, 'Line 1 is not valid JSON.'],
    ['a', 'Line 2 has no "text" that is a string.'],
    [null, 'Line 3 has no "id" that is a string or a number.'],
    [null, 'Line 4 has no "id" that is a string or a number.'],
    [1, undefined],
  ])
})

test('reads characters and lines that are cut across chunks, and line separators inside JSON', async () => {
  const bytes = Buffer.from('\uFEFF{"id":1,"text":"I love you 😍\u2028end"}\r\n{"id":2,"text":""}\r\n')
  const { exitCode, replies } = await run(...[...bytes].map((byte) => Buffer.from([byte])))
  expect(exitCode).toBe(0)
  expect(replies.map((reply) => reply['id'])).toEqual([1, 2])
})

test('waits for a slow output instead of piling up replies', async () => {
  let waiting = 0
  let most = 0
  const output = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      waiting += 1
      most = Math.max(most, waiting)
      setImmediate(() => {
        waiting -= 1
        done()
      })
    },
  })
  const input = Readable.from(Array.from({ length: 50 }, (_, id) => `${JSON.stringify({ id, text: 'fine' })}\n`))
  expect(await runAnalyseCommand({ input, output })).toBe(0)
  expect(most).toBe(1)
  expect(output.writableLength).toBeLessThan(1000)
})
