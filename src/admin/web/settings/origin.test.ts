import { expect, test } from 'vitest'
import { describeOrigin } from './origin.ts'

test('an origin is told in words', () => {
  expect(['default', '--port', 'CAIRN_PORT', 'CAIRN_PORT_FILE', 'cairn.json'].map(describeOrigin)).toEqual([
    'Default',
    'Flag --port',
    'Variable CAIRN_PORT',
    'File named in CAIRN_PORT_FILE',
    'cairn.json',
  ])
})
