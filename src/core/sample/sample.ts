/**
 * Sample content: what the spaces bring to look at before a person has anything of their own. It is marked by whoever
 * brings it, so that it can be told from what is real and taken away as a whole.
 */
import type { Db, Reader, Tx } from '#core/db'
import type { SampleStanding } from './contract.ts'

/** What one space brings. */
export interface SampleContent {
  isLoaded(reader: Reader, owner: string): Promise<boolean>
  load(tx: Tx, owner: string): Promise<void>
  /** Erases it for good; nothing happens where there is none. */
  remove(tx: Tx, owner: string): Promise<void>
}

export interface Samples {
  register(content: SampleContent): void
  handlers: ReturnType<typeof sampleHandlers>
}

interface Request {
  caller: { id: string }
}

export function createSamples({ db }: { db: Db }): Samples {
  const contents: SampleContent[] = []
  return { register: (content) => void contents.push(content), handlers: sampleHandlers(db, contents) }
}

function sampleHandlers(db: Db, contents: readonly SampleContent[]) {
  return {
    getSample: (_: unknown, { caller }: Request) => standingOf(contents, db.read, caller.id),
    loadSample: (_: unknown, { caller }: Request) =>
      db.write(async (tx) => {
        for (const content of contents) {
          if (!(await content.isLoaded(tx, caller.id))) await content.load(tx, caller.id)
        }
        return standingOf(contents, tx, caller.id)
      }),
    removeSample: (_: unknown, { caller }: Request) =>
      db.write(async (tx) => {
        for (const content of contents) await content.remove(tx, caller.id)
        return standingOf(contents, tx, caller.id)
      }),
  }
}

async function standingOf(contents: readonly SampleContent[], reader: Reader, owner: string): Promise<SampleStanding> {
  const loaded = await Promise.all(contents.map((content) => content.isLoaded(reader, owner)))
  return { isOffered: contents.length > 0, isLoaded: loaded.includes(true) }
}
