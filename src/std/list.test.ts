import { expect, test } from 'vitest'
import { chunksOf } from './list.ts'

test.each([
  { list: [], chunks: [] },
  { list: [1, 2], chunks: [[1, 2]] },
  {
    list: [1, 2, 3, 4],
    chunks: [
      [1, 2],
      [3, 4],
    ],
  },
  { list: [1, 2, 3], chunks: [[1, 2], [3]] },
])('$list is cut into $chunks', ({ list, chunks }) => {
  expect([...chunksOf(list, 2)]).toEqual(chunks)
})
