import { expect, test } from 'vitest'
import { withRoles } from './roles.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Two people, and a job of each that was made at the same moment. */
const record = ({ ada = 1, ben = 2, jobs = [3, 4] }) =>
  new Map([
    ['people', [`Ada ${id(ada)}`, `Ben ${id(ben)}`]],
    ['jobs', [`read ${id(jobs[0] ?? 0)} of ${id(ada)}`, `read ${id(jobs[1] ?? 0)} of ${id(ben)}`]],
  ])

test('records that differ in nothing but which ids there are, and in what order, are equal', () => {
  expect(withRoles(record({ ada: 8, ben: 5, jobs: [7, 6] }))).toEqual(withRoles(record({})))
  const [ada, ben] = withRoles(record({})).get('people') ?? []
  expect(ada?.slice(4)).not.toBe(ben?.slice(4))
})

test('what belongs to another one is a difference, and so is what is there twice', () => {
  const both = record({}).set('jobs', [`read ${id(3)} of ${id(1)}`, `read ${id(4)} of ${id(1)}`])
  expect(withRoles(both)).not.toEqual(withRoles(record({})))
  expect(withRoles(record({ jobs: [3, 3] }))).not.toEqual(withRoles(record({})))
})
