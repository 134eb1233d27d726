import { expect, test } from 'vitest'
import { createGlance } from './needed-strings.ts'

test.each([
  { pattern: /i (?:will|shall) go/u, holds: ['i will go', 'and i shall go'], lacks: ['i would go', 'i will stay'] },
  { pattern: /cold|warm(?:th)?/u, holds: ['so cold', 'warmth'], lacks: ['hot'] },
  { pattern: /(?<what>[a-z]+) is (?:so )*hard/u, holds: ['it is hard', 'it is so so hard'], lacks: ['it was hard'] },
  { pattern: /(?<=^|and )never (?!mind)/u, holds: ['never again', 'never mind'], lacks: ['ever'] },
  { pattern: /(?=yes )[a-z ]+/u, holds: ['yes sir'], lacks: ['no sir'] },
  { pattern: /a\bb\.c/u, holds: ['ab.c'], lacks: ['abxc'] },
  { pattern: /(?:one|[0-9]+) days?/u, holds: ['one day', '7 days', '7 dayz'], lacks: ['7 nights'] },
  { pattern: /(?:ab){2,3}/u, holds: ['abab', 'ab'], lacks: ['ba'] },
  { pattern: /[a-z]+ly\b|.*/u, holds: ['', 'anything'], lacks: [] },
])('$pattern is not tried on a text without what it needs', ({ pattern, holds, lacks }) => {
  const glance = createGlance(pattern)
  expect(holds.filter((text) => !glance(text))).toEqual([])
  expect(lacks.filter(glance)).toEqual([])
})
