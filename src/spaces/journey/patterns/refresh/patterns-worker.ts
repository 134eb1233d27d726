/** The thread of `find-in-thread.ts`: takes pages of rows, then finds patterns in all of them. Ends with its parent. */
import { parentPort } from 'node:worker_threads'
import type { z } from 'zod'
import { toJson } from '#core/db'
import type { Pattern } from '../contract.ts'
import { findPatterns } from '../finding/find-patterns.ts'
import { readActionRows } from '../reading/action-rows.ts'
import type { PersonRecord, ReadAction, ReadSession } from '../reading/record.ts'
import { readRows } from '../reading/rows.ts'
import { Order, type Outcome } from './messages.ts'

const sessions: ReadSession[] = []
const actions: ReadAction[] = []

parentPort?.on('message', (message) => parentPort?.postMessage(answer(Order.parse(message))))

function answer(order: Order): z.input<typeof Outcome> | { taken: number } {
  if ('links' in order) return find({ ...order, sessions, actions })
  if ('page' in order) return { taken: sessions.push(...readRows(order.page)) }
  return { taken: actions.push(...readActionRows(order.actions, order.zone)) }
}

/** Patterns leave as text: the thread that serves people only stores them. */
function find(record: PersonRecord): z.input<typeof Outcome> {
  const { patterns, kinds, sessions: read } = findPatterns(record)
  const rows = patterns.map((pattern) => ({
    key: pattern.key,
    kind: pattern.kind,
    body: toJson(pattern),
    isStrong: isStrong(pattern),
  }))
  return { sessions: read, kinds, rows }
}

/** Tested, and chance explains it once in a hundred times at most. */
const isStrong = ({ p, q }: Pattern) => p !== null && (q ?? p) <= 0.01
