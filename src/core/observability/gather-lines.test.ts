import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collectLines } from '../../../tests/world/lines.ts'
import { gatherLines } from './gather-lines.ts'
import { createLog } from './log.ts'

function createTestLog() {
  const { lines: writes, stream } = collectLines()
  const gathering = gatherLines(stream)
  const wordsOf = (write: string) =>
    write
      .trimEnd()
      .split('\n')
      .map((line) => /"msg":"(.*)"/.exec(line)?.[1])
  return { log: createLog({ level: 'info', to: gathering }), gathering, written: () => writes.map(wordsOf) }
}

test('lines of one turn of the loop leave in one write, in their order', async () => {
  const { log, written } = createTestLog()
  log.info('one')
  log.info('two')
  expect(written()).toEqual([])
  await nextTurn()
  log.info('three')
  await nextTurn()
  expect(written()).toEqual([['one', 'two'], ['three']])
})

test('a line that tells of trouble leaves at once, after those before it', async () => {
  const { log, written } = createTestLog()
  log.info('one')
  log.warn('two')
  expect(written()).toEqual([['one', 'two']])
  log.child({}).error('three')
  log.info('four')
  expect(written()).toEqual([['one', 'two'], ['three']])
  await nextTurn()
  expect(written()).toEqual([['one', 'two'], ['three'], ['four']])
})

test('whoever ends asks for what has not left', () => {
  const { log, gathering, written } = createTestLog()
  log.info('one')
  gathering.flush()
  gathering.flush()
  expect(written()).toEqual([['one']])
})
