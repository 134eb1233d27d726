/** The thread of `compute-links.ts`: is given elements, answers their links, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { LinkableElements } from './linkable-element.ts'
import { linkElements } from './links.ts'

parentPort?.postMessage(linkElements(LinkableElements.parse(workerData)))
