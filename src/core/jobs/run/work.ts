/** What a running job holds in its hands: steps that happen once, writes behind a fence, progress, its children. */
import { fromJson, toJson } from '#std/json'
import type { Work } from '../definition.ts'
import { readChildren } from '../queue/children.ts'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { createReporter } from './progress.ts'
import { createSteps } from './steps.ts'

export function createWork(context: JobsContext, row: JobRow, signal: AbortSignal) {
  const reporter = createReporter(context, row)
  const steps = createSteps(context, row)
  const begin = (step: string) => {
    signal.throwIfAborted()
    reporter.report({ step })
  }
  const work: Work<string> = {
    id: row.id,
    owner: row.owner,
    payload: row.payload,
    attempt: row.attempt,
    signal,
    async step(name, output, body) {
      const stored = await steps.find(name)
      if (stored !== undefined) return fromJson(output, stored)
      begin(name)
      const text = toJson(await body())
      // Checked before it is kept: an output that does not fit must not stand in the way of the next try.
      const result = fromJson(output, text)
      await steps.keep(name, text, async () => {})
      return result
    },
    async write(name, body) {
      if ((await steps.find(name)) !== undefined) return
      begin(name)
      await steps.keep(name, 'null', body)
    },
    progress: (done, total) => reporter.report({ ...reporter.latest(), done, total }),
    children: (care = {}) => readChildren(context.db.read, row.id, care),
  }
  return { work, hasSteps: steps.hasAny, end: reporter.end }
}
