/**
 * Runs the analyser in a child process, so that a long text never holds up whoever asks. The child starts on first use,
 * answers one text at a time, and is ended after idling. A child that crashes or takes too long fails the text it was
 * working on and nothing else: the next text gets a new child.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Analysis, analysisSchema, type Reading } from './findings.ts'

export interface AnalyserProcess {
  /** Rejects when the signal aborts, the child fails, the time runs out, or the process was closed. */
  analyse(text: string, reading: Reading, signal: AbortSignal): Promise<Analysis>
  close(): Promise<void>
}

export interface AnalyserProcessOptions {
  readonly idleMilliseconds: number
  readonly log?: (message: string) => void
  /** The module the child runs; another one only in tests. */
  readonly childModule?: URL
  /** The time a text may take; by default 30 s and another 20 s for each million characters. */
  readonly limitMilliseconds?: (text: string) => number
}

interface Request {
  readonly text: string
  readonly reading: Reading
  readonly signal: AbortSignal
  resolve(analysis: Analysis): void
  reject(reason: unknown): void
}

const replySchema = z.union([z.object({ analysis: analysisSchema }), z.object({ error: z.string() })])
const defaultLimit = (text: string) => 30_000 + Math.ceil(text.length / 50)

const closedMessage = 'The analyser process was closed.'

export function createAnalyserProcess(options: AnalyserProcessOptions): AnalyserProcess {
  const waiting = new Set<Request>()
  const worker = createWorker(options)
  let turn: Promise<void> = Promise.resolve()
  let isClosed = false

  async function takeTurn(request: Request): Promise<void> {
    if (!isClosed) await worker.answer(request)
    waiting.delete(request)
  }

  return {
    async analyse(text, reading, signal) {
      signal.throwIfAborted()
      if (isClosed) throw new Error(closedMessage)
      const { promise, resolve, reject } = Promise.withResolvers<Analysis>()
      const abort = () => reject(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      const request = { text, reading, signal, resolve, reject }
      waiting.add(request)
      turn = turn.then(() => takeTurn(request))
      return promise.finally(() => signal.removeEventListener('abort', abort))
    },
    async close() {
      isClosed = true
      for (const request of waiting) request.reject(new Error(closedMessage))
      await worker.close()
      await turn
    },
  }
}

/** Answers one request at a time, and ends the child when it failed or nothing came for a while. */
function createWorker(options: AnalyserProcessOptions) {
  const owner = createChildOwner(options)
  let idleTimer: NodeJS.Timeout | undefined
  let isClosed = false

  async function answer(request: Request): Promise<void> {
    clearTimeout(idleTimer)
    if (request.signal.aborted) return
    const limit = AbortSignal.timeout((options.limitMilliseconds ?? defaultLimit)(request.text))
    const outcome = await exchange(owner.use(), request, limit)
    if (outcome.kind === 'answered') request.resolve(outcome.analysis)
    else await fail(request, outcome.reason)
    idleTimer = setTimeout(() => void owner.end(), options.idleMilliseconds).unref()
  }

  async function fail(request: Request, reason: string): Promise<void> {
    await owner.end()
    request.reject(new Error(reason))
    if (!request.signal.aborted && !isClosed) options.log?.(reason)
  }

  async function close(): Promise<void> {
    isClosed = true
    clearTimeout(idleTimer)
    await owner.end()
  }

  return { answer, close }
}

/** Owns the child: at most one lives at any time. */
function createChildOwner({ childModule, log }: AnalyserProcessOptions) {
  const path = fileURLToPath(childModule ?? new URL('./process-child.ts', import.meta.url))
  let child: ChildProcess | undefined

  function start(): ChildProcess {
    const started = fork(path, { execPath: process.execPath, execArgv: [], serialization: 'advanced' })
    started.once('exit', () => {
      if (child === started) child = undefined
    })
    started.on('error', (error) => log?.(`The analyser process failed: ${error.message}`))
    log?.('The analyser process started.')
    return started
  }

  async function end(): Promise<void> {
    const ended = child
    if (!ended) return
    child = undefined
    const isRunning = ended.pid !== undefined && ended.exitCode === null && ended.signalCode === null
    if (!isRunning) return
    const exit = new Promise((resolve) => ended.once('exit', resolve))
    ended.kill('SIGKILL')
    await exit
  }

  return { use: () => (child ??= start()), end }
}

type Outcome = { kind: 'answered'; analysis: Analysis } | { kind: 'failed'; reason: string }

/** Sends one text and waits for the first of: its answer, the end of the child, the limit, or the abort. */
function exchange(child: ChildProcess, request: Request, limit: AbortSignal): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const failed = (reason: string) => resolve({ kind: 'failed', reason })
  const onMessage = (message: unknown) => resolve(readReply(message))
  const onExit = (code: number | null, signal: string | null) =>
    failed(`The analyser process ended unexpectedly (${signal ?? `exit code ${code}`}).`)
  const onError = (error: Error) => failed(`The analyser process failed: ${error.message}`)
  const onLimit = () => failed(`The analyser took too long for a text of ${request.text.length} characters.`)
  const onAbort = () => failed('The analysis was aborted.')
  child.once('message', onMessage).once('exit', onExit).once('error', onError)
  limit.addEventListener('abort', onLimit, { once: true })
  request.signal.addEventListener('abort', onAbort, { once: true })
  // A child that takes no text has ended, though the news of its exit may still be on the way.
  child.send({ text: request.text, reading: request.reading }, (error) => {
    if (error) failed(`The analyser process ended unexpectedly (${error.message}).`)
  })
  return promise.finally(() => {
    child.off('message', onMessage).off('exit', onExit).off('error', onError)
    limit.removeEventListener('abort', onLimit)
    request.signal.removeEventListener('abort', onAbort)
  })
}

function readReply(message: unknown): Outcome {
  const reply = replySchema.safeParse(message)
  if (!reply.success)
    return { kind: 'failed', reason: `The analyser process gave a wrong answer: ${reply.error.message}` }
  if ('error' in reply.data) return { kind: 'failed', reason: `The analyser failed: ${reply.data.error}` }
  return { kind: 'answered', analysis: reply.data.analysis }
}
