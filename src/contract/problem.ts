/**
 * Problems: the refusals a person can expect, as RFC 9457 describes them on the wire.
 * A kind has a permanent name and a status and is declared beside the code that raises it.
 */
import { z } from 'zod'

export interface ProblemKind {
  name: `${string}/${string}`
  status: number
  title: string
}

export function defineProblem<const Kind extends ProblemKind>(kind: Kind) {
  return kind
}

const problemTypePrefix = 'urn:cairn:problem:'

/** The `type` member of a problem reply, for example `urn:cairn:problem:journey/session-not-found`. */
export const problemType = (kind: ProblemKind) => `${problemTypePrefix}${kind.name}`

const FieldError = z.object({ path: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** `detail` says what happened, why, and what to do. `errors` names the fields that were refused. */
export const ProblemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(FieldError).optional(),
  requestId: z.string().optional(),
})
export type ProblemReply = z.infer<typeof ProblemReply>

/** Raised on the server to refuse a request; the http module turns it into a reply. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly errors: readonly FieldError[]

  constructor(kind: ProblemKind, detail: string, errors: readonly FieldError[] = []) {
    super(detail)
    this.name = 'Problem'
    this.kind = kind
    this.errors = errors
  }
}

/** A refusal that passes: the reply says in `retry-after` when to come again. */
export class PassingProblem extends Problem {
  /** Milliseconds from now. */
  readonly passesIn: number

  constructor(kind: ProblemKind, detail: string, passesIn: number) {
    super(kind, detail)
    this.passesIn = passesIn
  }
}

/** Raised by the typed client when the server refused. `problem` is the reply's body. */
export class RefusedError extends Error {
  readonly problem: ProblemReply
  /** Milliseconds until it may be asked again, where the reply tells. */
  readonly passesIn: number | undefined

  constructor(problem: ProblemReply, passesIn?: number) {
    super(problem.detail)
    this.name = 'RefusedError'
    this.problem = problem
    this.passesIn = passesIn
  }

  /** True when the refusal is of this kind. */
  is(kind: ProblemKind) {
    return this.problem.type === problemType(kind)
  }
}

export const invalidRequest = defineProblem({
  name: 'http/invalid-request',
  status: 400,
  title: 'The request is not valid',
})
export const notSignedIn = defineProblem({ name: 'http/not-signed-in', status: 401, title: 'Sign in first' })
export const notAllowed = defineProblem({ name: 'http/not-allowed', status: 403, title: 'This is for administrators' })
export const notInScope = defineProblem({
  name: 'http/not-in-scope',
  status: 403,
  title: 'This key was not given this',
})
export const nothingHere = defineProblem({ name: 'http/nothing-here', status: 404, title: 'There is nothing here' })
export const tooLarge = defineProblem({ name: 'http/too-large', status: 413, title: 'This is too large' })
export const wrongMediaType = defineProblem({
  name: 'http/wrong-media-type',
  status: 415,
  title: 'This kind of body is not taken here',
})
export const requestRunning = defineProblem({
  name: 'http/request-running',
  status: 409,
  title: 'This request is still running',
})
export const replyNotKept = defineProblem({
  name: 'http/reply-not-kept',
  status: 409,
  title: 'This was done already',
})
export const keyReused = defineProblem({
  name: 'http/key-reused',
  status: 422,
  title: 'This key belongs to another request',
})
export const tooManyRequests = defineProblem({
  name: 'http/too-many-requests',
  status: 429,
  title: 'Too many requests',
})
export const tooSlow = defineProblem({
  name: 'http/too-slow',
  status: 408,
  title: 'The request did not come to its end',
})
export const headersTooLarge = defineProblem({
  name: 'http/headers-too-large',
  status: 431,
  title: 'The headers of this request are too large',
})
export const notReady = defineProblem({ name: 'http/not-ready', status: 503, title: 'Cairn is not ready' })
export const brokenInside = defineProblem({
  name: 'http/broken-inside',
  status: 500,
  title: 'Something broke on our side',
})
