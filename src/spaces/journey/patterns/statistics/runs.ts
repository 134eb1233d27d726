/** Runs: the same in one session after the other. */
import { logChoose } from './combinatorics.ts'

interface Run {
  all: number
  /** How many of all have it. */
  having: number
  /** How many of the last have it, one after the other. */
  run: number
}

/** The share of all orders of the same sessions that end with at least such a run. */
export const endingRunP = ({ all, having, run }: Run) =>
  run === 0 ? 1 : Math.min(1, Math.exp(logChoose(all - run, having - run) - logChoose(all, having)))
