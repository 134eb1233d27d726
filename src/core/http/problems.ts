/** Turns whatever was thrown into a problem reply. What nobody foresaw is logged once, with its cause, as a 500. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import {
  brokenInside,
  invalidRequest,
  nothingHere,
  PassingProblem,
  Problem,
  problemType,
  tooLarge,
  wrongMediaType,
  type ProblemKind,
  type ProblemReply,
} from '#contract/problem'
import { second } from '#std/duration'
import { noRoom } from '#core/disk/contract'
import type { Log } from '#core/observability'

interface Failure {
  error: unknown
  request: FastifyRequest
  reply: FastifyReply
}

export function replyWithProblem(log: Log, { error, request, reply }: Failure) {
  const problem = toProblem(error)
  if (problem.kind.status >= 500 && !(error instanceof Problem)) {
    log.error(
      { err: error, request: request.id, method: request.method, route: request.routeOptions.url },
      'a request failed',
    )
  }
  if (problem instanceof PassingProblem) void reply.header('retry-after', Math.ceil(problem.passesIn / second))
  return reply
    .status(problem.kind.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(toReply(problem, request.id))
}

/** Only failures of our own carry the request id: refusals must read the same for the missing and the foreign. */
export function toReply({ kind, message, errors }: Problem, requestId = ''): ProblemReply {
  const { title, status } = kind
  return {
    type: problemType(kind),
    title,
    status,
    detail: message,
    ...(errors.length > 0 && { errors: [...errors] }),
    ...(status >= 500 && { requestId }),
  }
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message }) => ({
      path: instancePath.slice(1),
      message: message ?? 'is not valid',
    }))
    return new Problem(invalidRequest, describe(errors), errors)
  }
  if (isFullDisk(error))
    return new Problem(
      noRoom,
      'The disk of this Cairn is full, and nothing of this was kept. Whoever runs it has to make room.',
    )
  const status = statusOf(error)
  if (status >= 500)
    return new Problem(
      brokenInside,
      'Something broke on our side. It was written down; try again, and tell us the request id if it stays.',
    )
  return new Problem(kindOf(status), wordsOf(status))
}

const describe = (errors: readonly { path: string; message: string }[]) =>
  errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ')

/** SQLite, PostgreSQL and the file system each have a word for it. */
function isFullDisk(error: unknown) {
  if (!(error instanceof Error)) return false
  if ('errcode' in error && error.errcode === sqliteFull) return true
  return 'code' in error && ['53100', 'ENOSPC', 'EDQUOT'].includes(String(error.code))
}
const sqliteFull = 13

/** Fastify and its plugins mark what the client did wrong with a status below 500. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 ? status : 500
}

function kindOf(status: number): ProblemKind {
  if (status === 404) return nothingHere
  if (status === 413) return tooLarge
  if (status === 415) return wrongMediaType
  return invalidRequest
}

function wordsOf(status: number) {
  if (status === 404) return 'There is nothing at this address.'
  if (status === 413) return 'This is larger than Cairn takes here. Nothing of it was kept.'
  if (status === 415) return 'Send JSON, or a file as multipart/form-data where files are taken.'
  return 'The request could not be read. Check that the body is complete and valid JSON.'
}
