/**
 * All that belongs to one person. Each module that keeps rows of people declares how theirs are exported and erased, and
 * this walks the declarations, so that nothing is forgotten when somebody takes their things along or leaves. It knows
 * neither accounts nor archives: who may ask, and what becomes of the export, is up to the caller.
 */
import type { Reader, Tx } from '#core/db'

/** One file of an export. */
export interface Entry {
  /** Parts joined with `/`; inside the folder of the module. */
  path: string
  content: string | AsyncIterable<Uint8Array>
}

export interface PersonalRecords {
  /** Of the module; the folder of its part of an export. */
  name: string
  /** All that the module keeps of the person, in forms that a person can open. */
  export(reader: Reader, owner: string): AsyncIterable<Entry>
  /** Removes every row of the person. Does nothing where there is none. */
  erase(tx: Tx, owner: string): Promise<void>
}

export interface Personal {
  register(records: PersonalRecords): void
  export(reader: Reader, owner: string): AsyncIterable<Entry>
  /** Erases in the order of registration. */
  erase(tx: Tx, owner: string): Promise<void>
}

export function createPersonal(): Personal {
  const all: PersonalRecords[] = []
  return {
    register(records) {
      if (all.some(({ name }) => name === records.name)) throw new Error(`${records.name} is declared twice`)
      all.push(records)
    },
    async *export(reader, owner) {
      for (const records of all) {
        for await (const { path, content } of records.export(reader, owner)) {
          yield { path: `${records.name}/${path}`, content }
        }
      }
    },
    async erase(tx, owner) {
      for (const records of all) await records.erase(tx, owner)
    },
  }
}

/** Rows as a person can read them. */
export const asJson = (path: string, rows: unknown): Entry => ({ path, content: `${JSON.stringify(rows, null, 2)}\n` })
