/** The spaces that this server runs, with the words they bring for jobs, hits and changes. */
import { createContext, useContext } from 'react'
import type { HitWords, JobWords, WebSpace } from '../space.ts'
import { coreJobs } from '../words.ts'

export const RunningSpaces = createContext<readonly WebSpace[]>([])

export const useSpaces = () => useContext(RunningSpaces)

export function findJobWords(spaces: readonly WebSpace[], kind: string): JobWords | undefined {
  return spaces.map(({ jobs }) => jobs[kind]).find((words) => words !== undefined) ?? coreJobs[kind]
}

export function findHitWords(spaces: readonly WebSpace[], hit: { space: string; kind: string }): HitWords | undefined {
  return spaces.find(({ name }) => name === hit.space)?.hits[hit.kind]
}

/** The sentence for a change, or its bare label when its space is not running. */
export function describeChange(spaces: readonly WebSpace[], change: { kind: string; label: string }): string {
  const sentence = spaces.map(({ changes }) => changes[change.kind]).find((words) => words !== undefined)
  return sentence ? sentence(change.label) : change.label
}
