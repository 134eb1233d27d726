import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { lockFolder } from '#core/db'
import { createLog } from '#core/observability'
import { collectLines } from '../../../tests/world/lines.ts'
import { createFolder } from '../../../tests/world/record.ts'
import { eventually } from '../../../tests/world/world.ts'
import { askServer, defineControl, serveControl } from './control.ts'

/** A server with a command that counts, one that breaks, and one that goes on until it is stopped. */
async function createServer() {
  const folder = await createFolder()
  const { lines, stream } = collectLines()
  const stopped: string[] = []
  const commands = [
    defineControl({
      name: 'tests.count',
      input: z.object({ to: z.int().max(3, 'Count to 3 at most.') }),
      async run({ to }, { say }) {
        for (let i = 1; i <= to; i += 1) say(`this is ${i}`)
        return to > 1
      },
    }),
    defineControl({ name: 'tests.break', input: z.object({}), run: () => Promise.reject(new Error('flooded')) }),
    defineControl({
      name: 'tests.wait',
      input: z.object({}),
      async run(_, { say, signal }) {
        say('waiting')
        await pause(60_000, undefined, { signal }).catch(() => stopped.push('wait'))
        return true
      },
    }),
  ]
  const log = createLog({ level: 'info', to: stream })
  const server = await serveControl({ folder: folder.path, commands, log })
  const lock = lockFolder(folder.path)
  lock.announce('here', server.path)
  return {
    server,
    lines,
    stopped,
    async ask(name: string, input: object = {}) {
      const said: string[] = []
      const question = { name: `tests.${name}`, input }
      const answer = await askServer({ folder: folder.path, question, say: (words) => said.push(words) })
      return { isWell: answer?.isWell, said }
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      lock.release()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('a question is answered with words and how it ended', async () => {
  await using control = await createServer()
  expect(await control.ask('count', { to: 2 })).toEqual({ isWell: true, said: ['this is 1', 'this is 2'] })
  expect(await control.ask('count', { to: 1 })).toEqual({ isWell: false, said: ['this is 1'] })
})

test('what is refused and what breaks is said in words; only what breaks is logged', async () => {
  await using control = await createServer()
  expect(await control.ask('count', { to: 4 })).toEqual({ isWell: false, said: ['Count to 3 at most.'] })
  expect((await control.ask('fly')).said[0]).toContain('does not know “tests.fly”: it is of another version')
  expect(control.lines).toEqual([])
  expect(await control.ask('break')).toEqual({ isWell: false, said: ['Something broke: flooded'] })
  expect(control.lines.join()).toContain('flooded')
})

test('a folder without a server, and a socket that nobody serves, answer nothing', async () => {
  await using folder = await createFolder()
  const question = { name: 'tests.count', input: {} }
  expect(await askServer({ folder: folder.path, question, say: () => {} })).toBeUndefined()
  await using control = await createServer()
  await control.server.close()
  expect(existsSync(control.server.path)).toBe(false)
  expect((await control.ask('count', { to: 2 })).isWell).toBeUndefined()
})

test('nonsense and endless questions end the connection, and hurt nobody', async () => {
  await using control = await createServer()
  for (const nonsense of ['hello\n', '{"name":7}\n', 'x'.repeat(100_000)]) {
    const socket = connect(control.server.path)
    socket.on('error', () => {}).resume()
    socket.write(nonsense)
    await once(socket, 'close')
  }
  expect((await control.ask('count', { to: 2 })).isWell).toBe(true)
})

test('a command stops when the person goes away, and when the server stops', async () => {
  await using control = await createServer()
  const socket = connect(control.server.path)
  socket.write('{"name":"tests.wait","input":{}}\n')
  await once(socket, 'data')
  socket.destroy()
  await eventually(
    async () => control.stopped,
    ({ length }) => length === 1,
  )
  const waiting = control.ask('wait')
  await pause(50)
  await control.server.close()
  expect(await waiting).toEqual({
    isWell: true,
    said: ['waiting', 'The server is stopping, so this was broken off.'],
  })
})
