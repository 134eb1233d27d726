/** What an answer must be, whatever was asked. */
import { z } from 'zod'
import {
  headersTooLarge,
  invalidRequest,
  keyReused,
  notAllowed,
  notInScope,
  nothingHere,
  notSignedIn,
  ProblemReply,
  problemType,
  replyNotKept,
  requestRunning,
  tooLarge,
  tooManyRequests,
  wrongMediaType,
} from '#contract/problem'
import { apiPrefix } from '#contract/endpoint'
import { endpoints, type Target } from './endpoints.ts'
import type { Answer } from './raw.ts'

/** Refusals that any endpoint may give before it looks at what is asked. */
const usual = [
  headersTooLarge,
  invalidRequest,
  keyReused,
  notAllowed,
  notInScope,
  nothingHere,
  notSignedIn,
  replyNotKept,
  requestRunning,
  tooLarge,
  tooManyRequests,
  wrongMediaType,
].map(problemType)
const inside = /\bat .+\.[jt]s:\d+|node_modules|SQLITE|sqlite|\/src\/|ZodError|TypeError/

export function judge(answer: Answer, target: Target | undefined): string[] {
  const { status, text } = answer
  if (status === 0) return mayStaySilent(answer) ? [] : [`no answer (${text})`]
  if (status >= 500) return [`${status} ${text.slice(0, 300)}`]
  return status >= 400 ? judgeRefusal(answer, target) : judgeReply(answer, target)
}

/**
 * A server may close the line on a body that is longer than it takes, while the client still writes; and when headers
 * cannot be read to their end, it does not know that HEAD wants no words.
 */
const mayStaySilent = ({ method, text }: Answer) =>
  method === 'noise' || isCutShort(text) || (method === 'HEAD' && text.includes('Data after'))

const isCutShort = (text: string) => /ECONNRESET|EPIPE|socket hang up/.test(text)

function judgeRefusal(answer: Answer, target: Target | undefined): string[] {
  const { status, type, text } = answer
  if (hasNoWords(answer)) return []
  if (inside.test(text)) return [`tells of the inside: ${text.slice(0, 300)}`]
  if (!type.startsWith('application/problem+json')) return [`${status} as ${type}: ${text.slice(0, 200)}`]
  const parsed = z.strictObject(ProblemReply.shape).safeParse(parseJson(text))
  if (!parsed.success) return [`${status} in another form: ${text.slice(0, 300)}`]
  if (parsed.data.status !== status) return [`says ${parsed.data.status} and answers ${status}`]
  const refusals = [target, ...answering(answer)].flatMap((one) => one?.endpoint.problems ?? [])
  const documented = [...usual, ...refusals.map(problemType)]
  return documented.includes(parsed.data.type) ? [] : [`${parsed.data.type} is not among the documented refusals`]
}

/** With another method, the same path may belong to another endpoint: "summary" is an id to whoever deletes. */
const answering = ({ method, path }: Answer) =>
  endpoints.filter(({ endpoint }) => endpoint.method === method && patternOf(endpoint.path).test(path))

const patternOf = (path: string) => new RegExp(`^${apiPrefix}${path.replace(/:\w+/g, '[^/]+')}$`)

/** HEAD asks for no words; and Node itself refuses a request without a host with none. */
const hasNoWords = ({ method, status, type }: Answer) =>
  method === 'HEAD' || (method === 'noise' && status === 400 && type === '')

function judgeReply({ status, method, text }: Answer, target: Target | undefined): string[] {
  if (target?.endpoint.method !== method) return []
  if (status !== (target.endpoint.status ?? 200)) return [`${status} is not what the contract names`]
  const parsed = target.endpoint.reply.safeParse(parseJson(text))
  return parsed.success ? [] : [`a reply that the contract does not know: ${text.slice(0, 300)}`]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
