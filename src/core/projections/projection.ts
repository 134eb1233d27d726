/** What a projection tells of itself, so that it can be built again and compared. */
import type { Reader, Tx } from '#core/db'

/** `Row` is plain data, its fields in one order: all that is held of one thing, without surrogate numbers. */
interface Definition<Row> {
  name: string
  /** Keys of the things that stand in the record, in a fixed order; those after `after` only. */
  things(reader: Reader, after: string): AsyncIterable<string>
  /** Keys of the things that the projection holds, in the same order. */
  kept(reader: Reader): AsyncIterable<string>
  /** What should be held of a thing as it stands now; undefined is nothing. */
  derive(reader: Reader, key: string): Promise<Row | undefined>
  /** What is held of it. */
  read(reader: Reader, key: string): Promise<Row | undefined>
  /** Replaces what is held. */
  put(tx: Tx, key: string, row: Row | undefined): Promise<void>
  /** Removes what is held of nothing at all. */
  removeStrays?(tx: Tx): Promise<void>
}

/** A projection with its row folded in. */
export interface Projection extends Pick<Definition<unknown>, 'name' | 'things' | 'kept' | 'derive' | 'read'> {
  /** Derives a thing again and puts it. True when something else was held. */
  refresh(tx: Tx, key: string): Promise<boolean>
  removeStrays(tx: Tx): Promise<void>
}

export function defineProjection<Row>({ put, removeStrays, ...definition }: Definition<Row>): Projection {
  return {
    ...definition,
    async refresh(tx, key) {
      const held = await definition.read(tx, key)
      const row = await definition.derive(tx, key)
      await put(tx, key, row)
      return JSON.stringify(held) !== JSON.stringify(row)
    },
    removeStrays: async (tx) => removeStrays?.(tx),
  }
}
