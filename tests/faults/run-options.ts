/** What a fault run is asked for, and the engines that it can have on this machine. */
import { findPostgres } from '../../scripts/test/postgres.ts'

export const engineNames = ['sqlite', 'postgres'] as const
export type EngineName = (typeof engineNames)[number]

export interface RunOptions {
  count: number
  seed: number
  /** Those that were asked for and are here. */
  engines: readonly EngineName[]
}

/** PostgreSQL is left out where it is not installed. */
export function enginesHere(asked: readonly EngineName[] = engineNames): EngineName[] {
  const isHere = (engine: EngineName) =>
    engine === 'sqlite' || Boolean(process.env.CAIRN_TEST_POSTGRES_URL) || findPostgres() !== undefined
  return asked.filter(isHere)
}
