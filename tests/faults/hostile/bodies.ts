/** Bodies that are JSON with wrong values, JSON that is none, files in broken envelopes, and plain noise. */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint'
import { keysOf, type Draw } from './draw.ts'
import { drawValue } from './values.ts'

export interface DrawnBody {
  headers: Record<string, string>
  body: Buffer | undefined
}

export function drawBody(draw: Draw, endpoint: Endpoint): DrawnBody {
  const { chance } = draw
  const takesNothing = endpoint.body === undefined && endpoint.upload === undefined
  if (takesNothing && chance.happens(0.7)) return { headers: {}, body: undefined }
  const isFile = chance.happens(endpoint.upload ? 0.5 : 0.1)
  if (isFile) return drawMultipart(draw)
  const type = chance.happens(0.85) ? 'application/json' : chance.pick(wrongTypes)
  const headers = type === '' ? {} : { 'content-type': type }
  return { headers, body: chance.happens(0.75) ? jsonOf(drawFields(draw, endpoint.body)) : drawBrokenJson(draw) }
}

const wrongTypes = [
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;;;=',
  'multipart/form-data',
  'nonsense',
  '/',
]

/** Mostly the fields that the endpoint knows, each with whatever value. */
function drawFields(draw: Draw, schema: z.ZodType | undefined): unknown {
  const { chance } = draw
  if (chance.happens(0.15)) return drawValue(draw, 0)
  const known = keysOf(schema).filter(() => chance.happens(0.8))
  const names = chance.happens(0.2) ? [...known, chance.pick(draw.strings)] : known
  if (names.length === 0) names.push(chance.pick(['status', 'label', 'journey.kinds', 'appearance.theme', 'text']))
  return Object.fromEntries(names.map((name) => [name, drawValue(draw, 0)]))
}

const jsonOf = (value: unknown) => Buffer.from(JSON.stringify(value))

function drawBrokenJson({ chance }: Draw): Buffer {
  const depth = chance.pick([100, 10_000, 30_000])
  return chance.pick([
    Buffer.from(''),
    Buffer.from('{'),
    Buffer.from('{"title": "half'),
    Buffer.from('{"title": 1, "title": 2,}'),
    Buffer.from('{"__proto__": {"role": "administrator"}, "text": "x"}'),
    Buffer.from('{"constructor": {"prototype": {}}}'),
    Buffer.from('{"title": "\\ud800", "text": "\\u0000\\udfff", "label": "\\ud83d"}'),
    Buffer.from(`{"limit": 1e999, "text": 1${'0'.repeat(400)}}`),
    Buffer.from('['.repeat(depth) + ']'.repeat(depth)),
    Buffer.from('{"a":'.repeat(depth) + '1' + '}'.repeat(depth)),
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    Buffer.from('\uFEFF{"text": "marked"}'),
    Buffer.from('{"text": "wide"}', 'utf16le'),
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]),
    Buffer.alloc(70_000, 0x20),
    Buffer.alloc(17 * 1024 * 1024, 0x61),
  ])
}

function drawMultipart({ chance, strings }: Draw): DrawnBody {
  const name = chance.pick(strings).toWellFormed().slice(0, 500)
  const part = (disposition: string, content: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--edge\r\nContent-Disposition: ${disposition}\r\nContent-Type: text/plain\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  const end = Buffer.from('--edge--\r\n')
  const file = part(`form-data; name="file"; filename="${name}"`, chance.pick(contents))
  const field = part('form-data; name="file"', 'not a file')
  const body = chance.pick([
    Buffer.concat([file, end]),
    Buffer.concat([file, end]),
    Buffer.concat([file, file, end]),
    Buffer.concat([field, file, end]),
    Buffer.concat([field, end]),
    file,
    file.subarray(0, 70),
    Buffer.concat([part('form-data', 'x'), end]),
    Buffer.concat([part('nonsense; ;;"', 'x'), end]),
    end,
    Buffer.from('--edge'),
    Buffer.from('no edge at all'),
    Buffer.from('--edge\r\n\r\n\r\n--edge\r\n--edge--'),
  ])
  const type = chance.happens(0.85) ? 'multipart/form-data; boundary=edge' : chance.pick(badBoundaries)
  return { headers: { 'content-type': type }, body }
}

const badBoundaries = [
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="',
  `multipart/form-data; boundary=${'e'.repeat(300)}`,
  'multipart/mixed; boundary=edge',
]

const contents: readonly (string | Buffer)[] = [
  '',
  ' \r\n',
  'I was so anxious.',
  'WEBVTT\n\n99999999999999:00:00.000 --> 00:00:01.000\nHello',
  '1\n00:00:01,000 --> 00:00:02,000\n<v <v <v',
  Buffer.from([0xff, 0xfe, 0x41]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(3000, 0),
  Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)),
  Buffer.alloc(9 * 1024 * 1024, 0x61),
]
