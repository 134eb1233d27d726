/** A job in words and as a share of its work. */
import type { Job } from '#core/jobs/contract'
import { jobWords } from '../words.ts'

interface JobDescription {
  sentence: string
  detail?: string
}

/** The line that says where a job stands and, after a failure, what was kept. */
export function describeJob(job: Job, stepWords: Record<string, string>): JobDescription {
  switch (job.state) {
    case 'queued':
      return job.error === null ? { sentence: jobWords.waiting } : { sentence: jobWords.waitsAgain, detail: job.error }
    case 'running':
      return { sentence: describeStep(job, stepWords) }
    case 'waiting':
      return { sentence: describeWait(job) }
    case 'done':
      return { sentence: jobWords.done }
    case 'cancelled':
      return { sentence: jobWords.cancelled, detail: jobWords.kept(finishedSteps(job, stepWords)) }
    case 'failed':
      return {
        sentence: job.error ?? jobWords.failed,
        detail: jobWords.kept(finishedSteps(job, stepWords)),
      }
  }
}

/** From 0 to 1: finished steps, and the part of the step at work. */
export function progressOf({ steps, finished, progress }: Job): number {
  if (steps.length === 0) return 0
  const { done = 0, total = 0 } = progress ?? {}
  const part = total > 0 ? Math.min(1, done / total) : 0
  return Math.min(1, (finished.length + part) / steps.length)
}

function describeStep({ progress, steps, finished }: Job, stepWords: Record<string, string>) {
  const step = progress?.step ?? steps[finished.length]
  const words = (step !== undefined && stepWords[step]) || step || jobWords.working
  const { done, total } = progress ?? {}
  return done === undefined || total === undefined || total <= 1 ? `${words}…` : jobWords.stepOf(words, done, total)
}

function describeWait({ children }: Job) {
  return children === null ? jobWords.waitsForParts : jobWords.partsOf(children.done + children.failed, children.total)
}

const finishedSteps = ({ finished }: Job, stepWords: Record<string, string>) =>
  finished.map((step) => stepWords[step] ?? step)
