import { describe, expect, test } from 'vitest'
import { Job } from '#core/jobs/contract'
import { describeJob, progressOf } from './job-sentence.ts'

const steps = { read: 'Reading the text', keep: 'Keeping what was found' }

const jobWith = (changes: Partial<Job>): Job => ({
  ...Job.parse({
    id: '01890000-0000-7000-8000-000000000001',
    kind: 'journey.analyse-session',
    subject: null,
    label: null,
    state: 'running',
    attempt: 1,
    steps: ['read', 'keep'],
    finished: [],
    progress: null,
    error: null,
    runAt: 0,
    createdAt: 0,
    updatedAt: 0,
  }),
  ...changes,
})

describe('the sentence of a job', () => {
  test('names the step at work and how far it is', () => {
    const job = jobWith({ progress: { step: 'read', done: 412, total: 1000 } })
    expect(describeJob(job, steps).sentence).toBe('Reading the text… 412 of 1,000')
  })

  test('names the next step while nothing is reported yet', () => {
    expect(describeJob(jobWith({ finished: ['read'] }), steps).sentence).toBe('Keeping what was found…')
  })

  test('says after a failure what happened and what was kept', () => {
    const job = jobWith({ state: 'failed', error: 'The disk is full.', finished: ['read'] })
    const { sentence, detail } = describeJob(job, steps)
    expect(sentence).toBe('The disk is full.')
    expect(detail).toContain('reading the text')
  })

  test('shows the name of a step that has no words', () => {
    expect(describeJob(jobWith({ progress: { step: 'polish' } }), steps).sentence).toBe('polish…')
  })
})

describe('the progress of a job', () => {
  test('counts finished steps and the part of the one at work', () => {
    expect(progressOf(jobWith({ finished: ['read'], progress: { step: 'keep', done: 1, total: 2 } }))).toBe(0.75)
  })

  test('never passes the end', () => {
    expect(progressOf(jobWith({ finished: ['read', 'keep'], progress: { step: 'keep', done: 9, total: 3 } }))).toBe(1)
  })
})
