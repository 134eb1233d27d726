/**
 * The thread of `find-in-thread.ts`: takes pages of rows, finds patterns in all of them, then takes the texts that they
 * quote. Ends with its parent.
 */
import { parentPort } from 'node:worker_threads'
import type { z } from 'zod'
import { toJson } from '#std/json'
import type { Pattern } from '../contract.ts'
import { findPatterns, type Findings } from '../finding/find-patterns.ts'
import { withSentences } from '../finding/with-sentences.ts'
import { readActionRows } from '../reading/action-rows.ts'
import type { ReadAction, ReadSession } from '../reading/record.ts'
import { readRows } from '../reading/rows.ts'
import { Order, type Found, type Outcome } from './messages.ts'

const sessions: ReadSession[] = []
const actions: ReadAction[] = []
let found: Findings = { sessions: 0, kinds: [], patterns: [] }

parentPort?.on('message', (message) => parentPort?.postMessage(answer(Order.parse(message))))

function answer(order: Order): z.input<typeof Outcome> | z.input<typeof Found> | { taken: number } {
  if ('page' in order) return { taken: sessions.push(...readRows(order.page)) }
  if ('actions' in order) return { taken: actions.push(...readActionRows(order.actions, order.zone)) }
  if ('links' in order) {
    found = findPatterns({ ...order, sessions, actions })
    return {
      quoted: [...new Set(found.patterns.flatMap(({ evidence }) => evidence.map(({ sessionId }) => sessionId)))],
    }
  }
  if ('isQuoted' in order) return outcomeOf(found)
  found = { ...found, patterns: withSentences(found.patterns, order.sources) }
  return { taken: order.sources.length }
}

/** Patterns leave as text: the thread that serves people only stores them. */
function outcomeOf({ patterns, kinds, sessions: read }: Findings): z.input<typeof Outcome> {
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
