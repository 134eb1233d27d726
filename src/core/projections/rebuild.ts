/** Builds a projection again while it is used: thing by thing, each as it stands at that moment, in short writes. */
import { day } from '#std/duration'
import type { Db, Reader, Tx } from '#core/db'
import type { Events } from '#core/events'
import { digestHeld } from './digest.ts'
import { inBatches, withPauses } from './pages.ts'
import type { Projection } from './projection.ts'
import { projectionTables } from './schema.ts'

export interface Rebuilding {
  signal: AbortSignal
  /** Called after each write: how many things of how many. */
  onProgress?: (done: number, total: number) => void
  /** A run that was broken off goes on where it was when it is named again. */
  run: string
}

export interface Rebuilt {
  things: number
  /** Things of which something else was held. */
  repaired: number
  /** Digests of what was held before and after. */
  before: string
  after: string
}

export interface RebuildNeeds {
  db: Db
  events: Events
  now: () => number
}

const thingsAtOnce = 50
/** Milliseconds after which a write takes no further thing. */
const longestWrite = 20

export async function rebuild(needs: RebuildNeeds, projection: Projection, options: Rebuilding): Promise<Rebuilt> {
  const { db } = needs
  const before = await digestHeld(projection, db.read, options.signal)
  const { things, repaired } = await refreshAll(needs, projection, options)
  const removed = await removeGone(db, projection, options.signal)
  await db.write((tx) => projection.removeStrays(tx))
  const after = await digestHeld(projection, db.read, options.signal)
  const rebuilt = { things, repaired: repaired + removed, before, after }
  await finish(needs, projection.name, { ...rebuilt, run: options.run })
  return rebuilt
}

async function refreshAll(
  needs: RebuildNeeds,
  projection: Projection,
  { signal, onProgress = () => {}, run }: Rebuilding,
) {
  const { db } = needs
  const start = await readKey(db.read, run)
  const countFrom = (key: string) => count(withPauses(projection.things(db.read, key), signal))
  const total = await countFrom('')
  let things = start === '' ? 0 : total - (await countFrom(start))
  let repaired = 0
  for await (const keys of inBatches(projection.things(db.read, start), thingsAtOnce)) {
    for (let rest = keys; rest.length > 0;) {
      signal.throwIfAborted()
      const written = await db.write((tx) => refreshSome(needs, tx, { projection, keys: rest, run }))
      rest = rest.slice(written.done)
      things += written.done
      repaired += written.repaired
      onProgress(things, Math.max(things, total))
    }
  }
  return { things, repaired }
}

interface Some {
  projection: Projection
  keys: readonly string[]
  run: string
}

async function refreshSome({ now }: RebuildNeeds, tx: Tx, { projection, keys, run }: Some) {
  const until = performance.now() + longestWrite
  let done = 0
  let repaired = 0
  for (const key of keys) {
    if (await projection.refresh(tx, key)) repaired += 1
    done += 1
    if (performance.now() >= until) break
  }
  await keepKey(tx, { run, key: keys[done - 1] ?? '', at: now() })
  return { done, repaired }
}

/** What came to be meanwhile is there already; what is held of things that are no more is removed. */
async function removeGone(db: Db, projection: Projection, signal: AbortSignal) {
  let removed = 0
  for await (const key of withPauses(projection.kept(db.read), signal)) {
    if ((await projection.derive(db.read, key)) !== undefined) continue
    if (await db.write((tx) => projection.refresh(tx, key))) removed += 1
  }
  return removed
}

async function finish({ db, events, now }: RebuildNeeds, name: string, { run, ...rebuilt }: Rebuilt & { run: string }) {
  await db.write(async (tx) => {
    await projectionTables(tx)
      .deleteFrom('projection_runs')
      .where((row) => row.or([row('run', '=', run), row('at', '<', now() - day)]))
      .execute()
    await events.append(tx, {
      name: 'projections.projection-rebuilt',
      topic: 'projections',
      entity: name,
      owner: '',
      actor: run,
      payload: { ...rebuilt },
    })
  })
}

async function readKey(reader: Reader, run: string) {
  const query = projectionTables(reader).selectFrom('projection_runs').select('key').where('run', '=', run)
  return (await query.executeTakeFirst())?.key ?? ''
}

async function keepKey(tx: Tx, row: { run: string; key: string; at: number }) {
  await projectionTables(tx)
    .insertInto('projection_runs')
    .values(row)
    .onConflict((conflict) => conflict.column('run').doUpdateSet(row))
    .execute()
}

async function count(keys: AsyncIterable<string>) {
  let total = 0
  for await (const _ of keys) total += 1
  return total
}
