import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createTiming } from './memory.ts'

test('memory is given back a few times after work, never during it, and then no more', () => {
  const isTime = createTiming()
  const looks = [0.4, 0.9, 0.01, 0.01, 0.01, 0.01, 0.01, 0.6, 0.02].map(isTime)
  expect(looks).toEqual([false, false, true, true, true, false, false, false, true])
})

test('without a collector at hand nothing happens, and no process is kept alive by it', () => {
  const module = new URL('./memory.ts', import.meta.url).href
  const script = `import { giveBackMemory } from '${module}'; giveBackMemory(); console.log(typeof globalThis.gc)`
  const run = (flags: string[]) =>
    spawnSync(process.execPath, [...flags, '--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(run([])).toMatchObject({ status: 0, stdout: 'undefined\n' })
  expect(run(['--expose-gc'])).toMatchObject({ status: 0, stdout: 'function\n' })
})
