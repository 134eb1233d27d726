/**
 * The live connection: what happened is replayed from the log by position, what is passing (progress) goes out as a
 * signal. A subscriber sees its own events only. A socket that does not keep up is told to fetch again, never fed
 * without bound.
 */
export { createSignals, type Signal, type Signals } from './signals.ts'
export { createLive, type Live, type LiveNeeds } from './live.ts'
