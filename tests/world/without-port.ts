/** Lets a typed client talk to an app that listens on no port. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Send } from '#contract/client'

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'] as const
type Method = (typeof methods)[number]

export function withoutPort(app: FastifyInstance): Send {
  return async (url, { method = 'GET', headers, body }) => {
    const known = methods.find((name): name is Method => name === method)
    if (!known) throw new Error(`The method ${method} is not sent here`)
    const request = new Request('http://cairn.test', {
      method: body ? 'POST' : 'GET',
      body: body ?? null,
      ...(headers && { headers }),
    })
    const options: InjectOptions = { method: known, url, headers: Object.fromEntries(request.headers) }
    if (body) options.payload = Buffer.from(await request.arrayBuffer())
    const reply = await app.inject(options)
    return new Response([204, 304].includes(reply.statusCode) ? null : new Uint8Array(reply.rawPayload), {
      status: reply.statusCode,
      headers: headersOf(reply.headers),
    })
  }
}

function headersOf(given: Record<string, unknown>) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, String(one))
  }
  return headers
}
