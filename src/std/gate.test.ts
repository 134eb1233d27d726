import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Tasks that tell who is inside at the same time. */
function createTasks() {
  const inside = new Set<string>()
  const seen: string[] = []
  const task = (name: string) => async () => {
    inside.add(name)
    seen.push([...inside].sort().join(''))
    await turn()
    await turn()
    inside.delete(name)
    return name
  }
  return { seen, task }
}

test('many pass together', async () => {
  const gate = createGate()
  const { seen, task } = createTasks()
  expect(await Promise.all(['a', 'b', 'c'].map((name) => gate.together(task(name))))).toEqual(['a', 'b', 'c'])
  expect(seen).toEqual(['a', 'ab', 'abc'])
})

test('who asks to be alone meets nobody, and those who came later wait', async () => {
  const gate = createGate()
  const { seen, task } = createTasks()
  const first = gate.together(task('a'))
  await turn()
  const alone = [gate.alone(task('X')), gate.alone(task('Y'))]
  const later = gate.together(task('b'))
  await Promise.all([first, ...alone, later])
  expect(seen).toEqual(['a', 'X', 'Y', 'b'])
})

test('a task that throws keeps nobody out', async () => {
  const gate = createGate()
  const broken = () => Promise.reject(new Error('broken'))
  await expect(gate.alone(broken)).rejects.toThrow('broken')
  await expect(gate.together(broken)).rejects.toThrow('broken')
  expect(await gate.alone(async () => 'through')).toBe('through')
})

test('nobody is ever inside with one who is alone (seeded orders)', async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const gate = createGate()
    const { seen, task } = createTasks()
    const jobs = Array.from({ length: 12 }, async (_, i) => {
      for (let wait = (seed * (i + 3)) % 5; wait > 0; wait -= 1) await turn()
      const isAlone = (seed + i * 7) % 3 === 0
      return isAlone ? gate.alone(task(String.fromCharCode(65 + i))) : gate.together(task(String.fromCharCode(97 + i)))
    })
    await Promise.all(jobs)
    expect(seen.filter((names) => /[A-Z]/.test(names) && names.length > 1)).toEqual([])
    expect(seen).toHaveLength(12)
  }
})
