/**
 * The log: every change appends an event in its own transaction. Positions are the commit order and the only thing that
 * consumers use. Inline consumers run inside the transaction; following ones run after it, each with its own cursor,
 * at least once, in one process at a time, and a failing one never blocks another. Rules: SPEC.md.
 */
import type { Db, Tx } from '#core/db'
import { beginEpoch, readEpoch } from './epoch.ts'
import type { AppendedEvent, NewEvent, StoredEvent } from './event.ts'
import { createFollowers, type FollowingConsumer } from './followers.ts'
import { createHearing } from './hearing.ts'
import { insertEvents, readAfter, readAfterFor, readLatest, removeOld } from './log.ts'
import { readStandings, type Standing } from './standings.ts'
import { startSequencer } from './sequencer.ts'

export { eventsMigrations } from './schema.ts'
export { eventRecords } from './personal.ts'
export type { AppendedEvent, NewEvent, StoredEvent } from './event.ts'
export type { FollowingConsumer } from './followers.ts'
export type { Standing } from './standings.ts'

export interface InlineConsumer {
  name: string
  handle(tx: Tx, event: AppendedEvent): Promise<void>
}

export interface Events {
  append(tx: Tx, event: NewEvent): Promise<void>
  /** Many events, as cheap as one statement can make it. */
  appendAll(tx: Tx, events: readonly NewEvent[]): Promise<void>
  /** Events after `position`, oldest first. */
  after(position: number, limit: number): Promise<StoredEvent[]>
  /** The same, of one topic and owner. */
  afterFor(filter: { topic: string; owner: string; position: number }, limit: number): Promise<StoredEvent[]>
  latestPosition(): Promise<number>
  /** Names one life of the log; a restored record has a new one. */
  epoch(): Promise<string>
  addInline(consumer: InlineConsumer): void
  addFollowing(consumer: FollowingConsumer): void
  /**
   * Calls `hear` in this process with what is appended from now on, in order: for what lives in memory. A failure is
   * logged and the event is not told again. Returns the way to stop.
   */
  hear(hear: (event: StoredEvent) => Promise<void> | void): () => void
  /** How far each following consumer is, and what keeps it. */
  consumers(): Promise<Standing[]>
  /** Resolves when every following consumer has passed `position`; rejects when the signal is aborted. */
  passed(position: number, signal: AbortSignal): Promise<void>
  /** Removes up to `most` events from before a time that every consumer has passed. Answers how many. */
  removeOld(tx: Tx, range: { before: number; most: number }): Promise<number>
  /** `leads`: this process may be the one that gives positions and runs the following consumers. */
  start(options: { leads: boolean }): Promise<void>
  stop(): Promise<void>
}

interface Needs {
  db: Db
  now: () => number
  newId: () => string
  log: { error: (fields: object, words: string) => void }
}

export function createEvents(needs: Needs): Events {
  const { db, now, newId, log } = needs
  const inline: InlineConsumer[] = []
  const after = (position: number, limit: number) => readAfter(db.read, position, limit)
  const followers = createFollowers({ ...needs, after })
  const hearing = createHearing({ db, log, after })
  let stepBack = async () => {}

  async function appendAll(tx: Tx, events: readonly NewEvent[]) {
    const appended = events.map((event) => ({ payload: {}, ...event, at: now() }))
    await insertEvents(tx, appended)
    for (const consumer of inline) for (const event of appended) await consumer.handle(tx, event)
  }

  return {
    append: (tx, event) => appendAll(tx, [event]),
    appendAll,
    after,
    afterFor: (filter, limit) => readAfterFor(db.read, filter, limit),
    latestPosition: () => readLatest(db.read),
    epoch: () => readEpoch(db.read),
    addInline: (consumer) => inline.push(consumer),
    addFollowing: followers.add,
    hear: hearing.add,
    consumers: () => readStandings(db.read, followers.names()),
    passed: followers.passed,
    removeOld,
    async start({ leads }) {
      await beginEpoch(db, newId())
      await hearing.start(await readLatest(db.read))
      if (leads) stepBack = await db.elect('log', () => lead(needs, followers))
    },
    async stop() {
      await stepBack()
      await hearing.stop()
    },
  }
}

/** One process gives the positions and runs who follows them. Answers the way to stop. */
async function lead({ db, log }: Needs, followers: Pick<ReturnType<typeof createFollowers>, 'start' | 'stop'>) {
  const report = (error: unknown) => {
    log.error({ err: error }, 'events could not be given their positions')
  }
  const stopPlacing = db.engine === 'postgres' ? startSequencer(db, report) : async () => {}
  await followers.start()
  return async () => {
    await followers.stop()
    await stopPlacing()
  }
}
