/** Draws one bad request to an endpoint: address, headers and body, each wrong in its own way or right by chance. */
import type { z } from 'zod'
import { apiPrefix } from '#contract/endpoint'
import { drawBody } from './bodies.ts'
import { keysOf, type Draw } from './draw.ts'
import type { Target } from './endpoints.ts'
import type { RawRequest } from './raw.ts'
import { drawValue } from './values.ts'

export function drawRequest(draw: Draw, { endpoint }: Target): RawRequest {
  const { chance } = draw
  const { headers: own, body } = drawBody(draw, endpoint)
  const method = chance.happens(0.97) ? endpoint.method : chance.pick(['PUT', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE'])
  return {
    method,
    path: `${apiPrefix}${drawPath(draw, endpoint.path)}${drawQuery(draw, endpoint.query)}`,
    headers: { ...own, ...drawHeaders(draw) },
    body,
  }
}

function drawPath({ chance, strings, ids }: Draw, path: string) {
  return path.replace(/:\w+/g, () => {
    if (chance.happens(0.5)) return chance.pick(ids)
    if (chance.happens(0.2)) return chance.pick(['%', '%E0%A4%A', '%zz', '%00', '%c0%af', '..%2f..', '%2e%2e', '%ff'])
    return encode(chance.pick(strings)).slice(0, chance.pick([40, 400, 12_000]))
  })
}

/** Half a character cannot be written in an address; it is left out. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed())

function drawQuery(draw: Draw, schema: z.ZodType | undefined) {
  const { chance } = draw
  const known = keysOf(schema)
  if (known.length === 0 && chance.happens(0.8)) return ''
  const names = [...known.filter(() => chance.happens(0.6)), ...(chance.happens(0.2) ? ['__proto__', 'cursor'] : [])]
  const pairs = names.map((name) => `${encode(name)}=${encode(drawText(draw)).slice(0, 3000)}`)
  if (chance.happens(0.1)) pairs.push(...pairs, '&&==', '%', '[a]=1')
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function drawText(draw: Draw) {
  const value = drawValue(draw, 0)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function drawHeaders({ chance, strings, token }: Draw): Record<string, string> {
  const plain = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 3000)
  const headers: Record<string, string> = {}
  headers.authorization = chance.happens(0.85)
    ? `Bearer ${token()}`
    : plain(`${chance.pick(badSchemes)}${chance.pick(strings)}`)
  if (chance.happens(0.05)) headers.cookie = plain(`cairn=${chance.pick(strings)}; ;;==`)
  if (chance.happens(0.05)) headers['content-encoding'] = chance.pick(['gzip', 'br', 'nonsense'])
  if (chance.happens(0.05)) headers.accept = chance.pick(['text/html', '*/*;q=abc', ''])
  if (chance.happens(0.05)) headers['x-forwarded-for'] = plain(chance.pick(strings))
  if (chance.happens(0.03)) headers.host = plain(chance.pick(strings)).trim()
  if (chance.happens(0.1)) headers['idempotency-key'] = plain(chance.pick(keys) || chance.pick(strings))
  if (chance.happens(0.02)) headers['x-long'] = 'a'.repeat(20_000)
  return headers
}

/** Some come again with another request; an empty one stands for whatever text. */
const keys = ['one', 'two', 'three', '', '', 'k'.repeat(201), 'a b']
const badSchemes = ['Bearer ', 'bearer', 'Basic ', '', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'Bearer a.b.c']
