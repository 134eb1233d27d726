/** Links computed in a thread of their own where there are so many elements that others would have to wait. */
import { Worker } from 'node:worker_threads'
import { minute } from '#std/duration'
import { Links, type Link, type LinkableElement } from './linkable-element.ts'
import { linkElements } from './links.ts'

/** Takes a few milliseconds, less than a thread needs to start. */
const fewElements = 500
const longestRun = 5 * minute

export async function computeLinks(elements: readonly LinkableElement[], given: AbortSignal): Promise<Link[]> {
  if (elements.length <= fewElements) return linkElements(elements)
  const signal = AbortSignal.any([given, AbortSignal.timeout(longestRun)])
  const thread = new Worker(new URL('./link-thread.ts', import.meta.url), { workerData: elements })
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  thread.once('message', resolve).once('error', reject)
  thread.once('exit', (code) => reject(new Error(`The thread that links elements ended with ${code}`)))
  try {
    return Links.parse(await promise)
  } finally {
    signal.removeEventListener('abort', abort)
    await thread.terminate()
  }
}
