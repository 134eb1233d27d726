/**
 * Mounts endpoints on Fastify. This is the one place where the types of the contract meet those of the framework, so
 * the assertions of the whole server stand here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { apiPrefix, type Access, type Api, type Endpoint, type Handlers, type IncomingFile } from '#contract/endpoint'
import { invalidRequest, notAllowed, notSignedIn, Problem } from '#contract/problem'
import { signInCookie } from './sign-in-cookie.ts'
import type { Caller } from '#core/auth'

/** What every handler gets beside its parsed request. */
export interface Visit {
  cookie: ReturnType<typeof signInCookie>
  requestId: string
}

export type Identify = (token: string) => Promise<Caller | undefined>

/** An api with its handlers and their context, types folded in. */
export interface Mounted {
  api: Record<string, Endpoint>
  handlers: Record<string, (context: never, request: never) => Promise<unknown>>
  context: unknown
}

/** Keeps the types of an api, its handlers and their context together. */
export function mounted<A extends Api, Context>(
  api: A,
  handlers: Handlers<A, Context, Caller, Visit>,
  context: Context,
): Mounted {
  return { api, handlers, context }
}

const usualBody = 64 * 1024

export function mountApi(app: FastifyInstance, { api, handlers, context }: Mounted, identify: Identify) {
  for (const [name, endpoint] of Object.entries(api)) {
    const handler = handlers[name]
    if (!handler) throw new Error(`The endpoint ${name} has no handler`)
    mountOne(app, endpoint, { identify, answer: (request) => handler(context as never, request as never) })
  }
}

interface Serving {
  identify: Identify
  answer: (request: object) => Promise<unknown>
}

function mountOne(app: FastifyInstance, endpoint: Endpoint, { identify, answer }: Serving) {
  const { method, path, query, body, reply, status = 200, maxBodyBytes = usualBody } = endpoint
  const callers = new WeakMap<FastifyRequest, Caller>()
  app.route({
    method,
    url: `${apiPrefix}${path}`,
    bodyLimit: maxBodyBytes,
    schema: {
      ...(query && { querystring: query }),
      ...(body && { body: endpoint.upload ? body.nullish() : body }),
      response: { [status]: reply },
    },
    async onRequest(request) {
      const caller = await admit(request, endpoint.access, identify)
      if (caller) callers.set(request, caller)
    },
    async handler(request, sent) {
      const file = await fileOf(request, endpoint)
      const caller = callers.get(request)
      const { params, query: asked, body: given } = request
      try {
        const visit = { cookie: signInCookie(request, sent), requestId: request.id }
        const incoming = file && ({ name: file.name, stream: bytesOf(file.stream) } satisfies IncomingFile)
        const about = { params, query: asked, body: given ?? undefined, file: incoming }
        const result = await answer({ ...about, caller, ...visit })
        return privately(sent).status(status).send(result)
      } finally {
        file?.stream.resume()
      }
    },
  })
}

/** Replies are a person's own: no cache on the way may keep them. */
const privately = (reply: FastifyReply) => reply.header('cache-control', 'no-store')

async function admit(request: FastifyRequest, access: Access, identify: Identify): Promise<Caller | undefined> {
  if (access === 'public') return undefined
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ')
  const caller = scheme?.toLowerCase() === 'bearer' ? await identify(token) : undefined
  if (!caller) throw new Problem(notSignedIn, 'Sign in to do this.')
  if (access.role === 'administrator' && caller.role !== 'administrator') {
    throw new Problem(notAllowed, 'Only administrators can do this.')
  }
  return caller
}

async function fileOf(request: FastifyRequest, { upload }: Endpoint) {
  if (!upload || !request.isMultipart()) return undefined
  const limits = { files: 1, fields: 0, fileSize: upload.maxBytes + 1 }
  const part = await request.file({ limits, throwFileSizeLimit: false }).catch(refuseUpload)
  if (!part) throw new Problem(invalidRequest, 'There is no file in this upload.')
  return { name: part.filename, stream: part.file }
}

/** What the parser complains of is what the visitor sent, though it does not mark it so. */
function refuseUpload(cause: unknown): never {
  const words = 'This upload could not be read to its end. Send one file, and nothing else, as multipart/form-data.'
  throw Object.assign(new Problem(invalidRequest, words), { cause })
}

/** The bytes of an upload; one that breaks off is refused like one that was never whole. */
async function* bytesOf(stream: AsyncIterable<Uint8Array>) {
  try {
    yield* stream
  } catch (error) {
    refuseUpload(error)
  }
}
