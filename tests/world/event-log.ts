/** A log on its own record, without an app, with consumers of the test's own. */
import type { Tx } from '#core/db'
import { createEvents, eventsMigrations, type Events, type FollowingConsumer, type StoredEvent } from '#core/events'
import { readLog } from './read-log.ts'
import { createRecord, type RecordWorld } from './record.ts'

export const eventOwner = 'ada'

/** An event of the tests about `entity`. */
export const news = (entity: string) =>
  ({ name: 'tests.thing-happened', topic: 'tests', entity, owner: eventOwner, actor: eventOwner }) as const

export interface EventLog extends RecordWorld {
  clock: { now: number }
  /** What was logged as an error. */
  told: object[]
  events: Events
  append(entity: string): Promise<void>
  appendTo(tx: Tx, entity: string): Promise<void>
  /** The whole log, once every event has its position. */
  read(): Promise<StoredEvent[]>
  /** Stops following the log and opens it anew, as a restart would. */
  restart(): Promise<void>
}

export async function createEventLog(consumers: readonly FollowingConsumer[] = []): Promise<EventLog> {
  const record = await createRecord()
  await record.db.migrate([eventsMigrations], 0)
  const clock = { now: 1_000_000 }
  const told: object[] = []
  const open = async () => {
    const log = { error: (fields: object) => void told.push(fields) }
    const events = createEvents({ db: record.db, now: () => clock.now, newId: () => `epoch-${Math.random()}`, log })
    for (const consumer of consumers) events.addFollowing(consumer)
    await events.start({ leads: true })
    return events
  }
  const eventLog: EventLog = {
    ...record,
    clock,
    told,
    events: await open(),
    append: (entity) => record.db.write((tx) => eventLog.appendTo(tx, entity)),
    appendTo: (tx, entity) => eventLog.events.append(tx, news(entity)),
    read: () => readLog({ db: record.db, events: eventLog.events }),
    async restart() {
      await eventLog.events.stop()
      eventLog.events = await open()
    },
    async [Symbol.asyncDispose]() {
      await eventLog.events.stop()
      await record[Symbol.asyncDispose]()
    },
  }
  return eventLog
}

export const entitiesOf = (list: readonly StoredEvent[]) => list.map(({ entity }) => entity)
