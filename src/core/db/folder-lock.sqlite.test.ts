import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolder } from '../../../tests/world/record.ts'
import { lockFolder } from './folder-lock.ts'

test('a second start is refused in words that name the first', async () => {
  await using folder = await createFolder()
  const lock = lockFolder(folder.path)
  expect(() => lockFolder(folder.path)).toThrow('in use by another Cairn that is just starting')
  lock.announce('http://127.0.0.1:8080')
  expect(() => lockFolder(folder.path)).toThrow(`(process ${process.pid}, http://127.0.0.1:8080). Stop it first`)
  lock.release()
  lockFolder(folder.path).release()
})

const holdIn = (folder: string) => `
  import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}
  lockFolder(${JSON.stringify(folder)}).announce('http://127.0.0.1:9')
  console.log('held')
  setInterval(() => {}, 1000)`

test('a killed holder frees the folder, though its note still lies there', async () => {
  await using folder = await createFolder()
  const holder = spawn(process.execPath, ['--input-type=module', '-e', holdIn(folder.path)])
  await once(holder.stdout, 'data')
  expect(() => lockFolder(folder.path)).toThrow(`process ${holder.pid}, http://127.0.0.1:9`)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockFolder(folder.path).release()
})

test('a folder that cannot be locked for another reason is not called busy', async () => {
  await using folder = await createFolder()
  await writeFile(join(folder.path, 'server.lock'), 'no database '.repeat(500))
  expect(() => lockFolder(folder.path)).toThrow('file is not a database')
})
