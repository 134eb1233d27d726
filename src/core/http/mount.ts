/**
 * Mounts endpoints on Fastify. This is the one place where the types of the contract meet those of the framework, so
 * the assertions of the whole server stand here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { apiPrefix, type Access, type Api, type Endpoint, type Handlers, type IncomingFile } from '#contract/endpoint'
import { invalidRequest, notSignedIn, Problem } from '#contract/problem'
import { bearerOf } from './bearer.ts'
import type { Idempotency } from './idempotency/idempotency.ts'
import { repeatableOf } from './idempotency/repeatable.ts'
import { usualBody } from './limits.ts'
import { signInCookie } from './sign-in-cookie.ts'
import { hasZeroByte, refuseZeroBytes, zeroByteIn } from './zero-byte.ts'
import { assertAllowed, type Caller } from '#core/auth'
import type { Disk } from '#core/disk'
import { withLogContext } from '#core/observability'

/** What every handler gets beside its parsed request. */
export interface Visit {
  cookie: ReturnType<typeof signInCookie>
  requestId: string
  userAgent: string | undefined
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

interface Gate {
  identify: Identify
  disk: Pick<Disk, 'admit'>
  idempotency: Idempotency
  /** Keeps replies of endpoints that allow it. */
  keep: (key: string, write: () => Promise<string>) => Promise<string>
  /** The page behind a request is of another origin: its cookies do not count. */
  isForeign(request: FastifyRequest): boolean
}

export function mountApi(app: FastifyInstance, { api, handlers, context }: Mounted, gate: Gate) {
  for (const [name, endpoint] of Object.entries(api)) {
    const handler = handlers[name]
    if (!handler) throw new Error(`The endpoint ${name} has no handler`)
    mountOne(app, { ...gate, endpoint, answer: (request) => handler(context as never, request as never) })
  }
}

interface Serving extends Gate {
  endpoint: Endpoint
  answer: (request: object) => Promise<unknown>
}

function mountOne(app: FastifyInstance, serving: Serving) {
  const { endpoint } = serving
  const { method, path, query, body, reply, status = 200, maxBodyBytes = usualBody, limit = 'usual' } = endpoint
  const callers = new WeakMap<FastifyRequest, Caller>()
  app.route({
    method,
    url: `${apiPrefix}${path}`,
    bodyLimit: maxBodyBytes,
    config: { limit },
    schema: {
      ...(query && { querystring: query }),
      ...(body && { body: endpoint.upload ? body.nullish() : body }),
      response: { [status]: reply },
    },
    async onRequest(request) {
      const caller = await admit(request, endpoint.access, serving.identify)
      if (caller) callers.set(request, caller)
      if (method !== 'GET') await serving.disk.admit(endpoint.footprint ?? (method === 'DELETE' ? 'frees' : undefined))
    },
    preValidation: refuseZeroBytes,
    async handler(request, sent) {
      const file = await fileOf(request, endpoint)
      try {
        const visiting = { request, sent: privately(sent).status(status), caller: callers.get(request), file }
        return await withLogContext({ request: request.id }, () => serve(visiting, serving))
      } finally {
        file?.stream.resume()
      }
    },
  })
}

interface Visiting {
  request: FastifyRequest
  sent: FastifyReply
  caller: Caller | undefined
  file: Awaited<ReturnType<typeof fileOf>>
}

async function serve({ request, sent, caller, file }: Visiting, serving: Serving) {
  const { answer, endpoint, idempotency, isForeign, keep } = serving
  const { params, query, body, id: requestId, headers } = request
  const visit = { cookie: signInCookie(request, sent, isForeign(request)), requestId, userAgent: headers['user-agent'] }
  const incoming = file && ({ name: file.name, stream: bytesOf(file.stream) } satisfies IncomingFile)
  const act = () => answer({ params, query, body: body ?? undefined, file: incoming, caller, ...visit })
  const repeatable = caller && repeatableOf(request, caller.id, file?.name)
  const write = async () => sent.serialize(await act()) as string
  if (caller && endpoint.keep) return asJson(sent).send(await keep(`${caller.credential.id} ${request.url}`, write))
  if (!repeatable) return sent.send(await act())
  const { text, isReplayed } = await idempotency.once(repeatable, write)
  if (isReplayed) sent.header('idempotency-replayed', 'true')
  return asJson(sent).send(text)
}

const asJson = (reply: FastifyReply) => reply.type('application/json; charset=utf-8')

/** Replies are a person's own: no cache on the way may keep them. */
const privately = (reply: FastifyReply) => reply.header('cache-control', 'no-store')

async function admit(request: FastifyRequest, access: Access, identify: Identify): Promise<Caller | undefined> {
  if (access === 'public') return undefined
  const token = bearerOf(request)
  const caller = token === undefined ? undefined : await identify(token)
  if (!caller) throw new Problem(notSignedIn, 'Sign in to do this.')
  assertAllowed(caller, access)
  return caller
}

async function fileOf(request: FastifyRequest, { upload }: Endpoint) {
  if (!upload || !request.isMultipart()) return undefined
  const limits = { files: 1, fields: 0, fileSize: upload.maxBytes + 1 }
  const part = await request.file({ limits, throwFileSizeLimit: false }).catch(refuseUpload)
  if (!part) throw new Problem(invalidRequest, 'There is no file in this upload.')
  if (hasZeroByte(part.filename)) throw zeroByteIn('file')
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
