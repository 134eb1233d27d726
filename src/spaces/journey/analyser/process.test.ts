import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAnalyser } from './analyser.ts'
import { type AnalyserProcess, type AnalyserProcessOptions, createAnalyserProcess } from './process.ts'

let folder: string
let running: AnalyserProcess[]
let messages: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analyser-'))
  running = []
  messages = []
})

afterEach(async () => {
  await Promise.all(running.map((analyser) => analyser.close()))
  await rm(folder, { recursive: true })
})

function start(options: Partial<AnalyserProcessOptions> = {}): AnalyserProcess {
  const log = (message: string) => messages.push(message)
  const analyser = createAnalyserProcess({ idleMilliseconds: 60_000, log, ...options })
  running.push(analyser)
  return analyser
}

/** A child that answers like the real one, but dies or hangs on demand. */
async function writeChild(): Promise<URL> {
  const file = join(folder, 'child.mjs')
  const analysis = JSON.stringify(createAnalyser().analyse('fine'))
  await writeFile(
    file,
    `process.on('disconnect', () => process.exit())
     process.on('message', ({ text }) => {
       if (text === 'die') process.exit(3)
       if (text === 'lie') process.send({ analysis: { language: 1 } })
       if (text === 'fine') process.send({ analysis: ${analysis} })
     })`,
  )
  return pathToFileURL(file)
}

const never = new AbortController().signal

test('gives the same analysis as the analyser itself', async () => {
  const text = 'I am happy. My boss was furious! I will call her 😀.'
  expect(await start().analyse(text, {}, never)).toEqual(createAnalyser().analyse(text))
})

test('answers queued texts one by one with a single child', async () => {
  const analyser = start()
  const analyses = await Promise.all(['I am sad.', 'I am happy.', ''].map((text) => analyser.analyse(text, {}, never)))
  expect(analyses.map(({ emotions }) => emotions[0]?.label)).toEqual(['sad', 'happy', undefined])
  expect(messages).toEqual(['The analyser process started.'])
})

test('a crash fails its own text, and the next one gets a new child', async () => {
  const analyser = start({ childModule: await writeChild() })
  const [crash, next] = await Promise.allSettled([
    analyser.analyse('die', {}, never),
    analyser.analyse('fine', {}, never),
  ])
  expect(crash.status === 'rejected' && String(crash.reason)).toContain('exit code 3')
  expect(next.status).toBe('fulfilled')
})

test('a text that takes too long is given up', async () => {
  const analyser = start({ childModule: await writeChild(), limitMilliseconds: () => 300 })
  await expect(analyser.analyse('hang', {}, never)).rejects.toThrow('took too long for a text of 4 characters')
})

test('an answer of the wrong shape is refused', async () => {
  const analyser = start({ childModule: await writeChild() })
  await expect(analyser.analyse('lie', {}, never)).rejects.toThrow('wrong answer')
})

test('an aborted text rejects at once with the reason, and others go on', async () => {
  const analyser = start({ childModule: await writeChild() })
  const controller = new AbortController()
  const hanging = analyser.analyse('hang', {}, controller.signal)
  const next = analyser.analyse('fine', {}, never)
  controller.abort(new Error('no longer wanted'))
  await expect(hanging).rejects.toThrow('no longer wanted')
  expect((await next).analysed).toBe(true)
  await expect(analyser.analyse('fine', {}, controller.signal)).rejects.toThrow('no longer wanted')
})

test('the child is ended when idle and started again when needed', async () => {
  const analyser = start({ childModule: await writeChild(), idleMilliseconds: 50 })
  await analyser.analyse('fine', {}, never)
  await sleep(400)
  await analyser.analyse('fine', {}, never)
  expect(messages).toHaveLength(2)
})

test('closing rejects what is waiting and refuses what comes later', async () => {
  const analyser = start({ childModule: await writeChild() })
  const waiting = Promise.allSettled([analyser.analyse('hang', {}, never), analyser.analyse('fine', {}, never)])
  await sleep(200)
  await analyser.close()
  for (const outcome of await waiting) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'The analyser process was closed.' } })
  }
  await expect(analyser.analyse('fine', {}, never)).rejects.toThrow('was closed')
})

test('the child ends with its parent', async () => {
  const parent = join(folder, 'parent.mjs')
  const child = new URL('./process-child.ts', import.meta.url)
  await writeFile(
    parent,
    `import { fork } from 'node:child_process'
     import { fileURLToPath } from 'node:url'
     const child = fork(fileURLToPath('${child.href}'), { execArgv: [], serialization: 'advanced' })
     child.on('message', () => { console.log(child.pid); process.kill(process.pid, 'SIGKILL') })
     child.send({ text: 'fine' })`,
  )
  const started = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [lines] = await Promise.all([started.stdout.setEncoding('utf8').toArray(), once(started, 'exit')])
  const pid = Number(lines.join(''))
  expect(pid).toBeGreaterThan(0)
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
