import { expect, test } from 'vitest'
import { runWithoutSockets } from '../../../../tests/world/without-sockets.ts'

const journey = new URL('..', import.meta.url).href

test('a text is read, and patterns are found, without a socket', () => {
  const { opened, printed, errors } = runWithoutSockets(`
    import { createAnalyserProcess } from '${journey}analyser/process.ts'
    import { findInThread } from '${journey}patterns/refresh/find-in-thread.ts'
    const analyser = createAnalyserProcess({ idleMilliseconds: 1000 })
    const text = 'I was furious with my boss today. I will call the doctor tomorrow.'
    const { emotions } = await analyser.analyse(text, { day: '2026-03-01' }, AbortSignal.timeout(30_000))
    await analyser.close()
    const sessions = Array.from({ length: 30 }, (_, i) => ({
      id: '00000000-0000-7000-8000-' + String(i).padStart(12, '0'),
      date: '2026-01-' + String(i + 1).padStart(2, '0'),
      title: '',
      valence: i / 30,
      passages: '[]',
      words: 10,
    }))
    const nothing = async function* () {}
    const pages = async function* () {
      yield { sessions, elements: [] }
    }
    const rows = { pages: pages(), actions: nothing(), links: [], sources: nothing, zone: 'UTC', today: '2026-02-01' }
    const { rows: patterns } = await findInThread(rows, () => {}, AbortSignal.timeout(30_000))
    console.log(emotions.map(({ label }) => label).join(), patterns.map(({ kind }) => kind).join())
  `)
  expect(errors).toBe('')
  expect({ opened, printed }).toEqual({ opened: false, printed: 'angry trend,turning-point\n' })
})

test.each([
  ['the process', `await fetch('http://127.0.0.1:8080')`],
  [
    'a thread of it',
    `import { Worker } from 'node:worker_threads'
     new Worker(new URL("data:text/javascript,import net from 'node:net'; net.connect(8080)"))`,
  ],
  [
    'a child of it',
    `import { spawnSync } from 'node:child_process'
     spawnSync(process.execPath, ['--eval', "require('node:net').connect(8080)"])`,
  ],
])('a socket that %s asks for would be noticed', (_, module) => {
  expect(runWithoutSockets(module).opened).toBe(true)
})
