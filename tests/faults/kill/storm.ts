/** What the storms on both engines share: people at work meanwhile, and the look at everything afterwards. */
import { setTimeout as pause } from 'node:timers/promises'
import { createChance, type Chance } from '../../world/chance.ts'
import { markedProcesses, type Server } from '../server.ts'
import { act } from './actions.ts'
import { checkPeople } from './check-people.ts'
import { checkRecord } from './check-record.ts'
import type { Orphans, Wait } from './orphans.ts'
import { createPerson, type Person } from './person.ts'
import { createPlace, type Place } from './place.ts'
import { readRecord } from './record.ts'

const people = 4
const lookEvery = 50
/** Of a person between two actions: without rest the queue of jobs would only grow, and say nothing about orphans. */
const longestRest = 300
const longestStart = 60_000
/** On a quiet machine, in milliseconds. */
const usualStart = 800
const longestLook = 180_000
/** So long no job may end while some are open: a storm of many kills leaves many, and how long they take is no fault. */
const longestStandstill = 120_000

export interface Scene {
  folder: string
  /** Of the database; empty on SQLite. */
  url: string
  mark: string
  chance: Chance
  place: Place
  crowd: readonly Person[]
  /** By what was killed. */
  kills: Map<string, number>
  orphans: Orphans
  violations: string[]
  /** How many times as long as usual a start took the last time, at least 1: on a slow machine kills take their time. */
  pace: number
}

export type Setting = Pick<Scene, 'folder' | 'url' | 'mark' | 'orphans'>

export function createScene(setting: Setting, seed: number): Scene {
  const place = createPlace()
  const crowd = Array.from({ length: people }, (_, i) => createPerson(`person${i}`, place, createChance(seed + 1 + i)))
  return { ...setting, chance: createChance(seed), place, crowd, kills: new Map(), violations: [], pace: 1 }
}

/** A storm that breaks off leaves none of its processes behind. */
export const sweepAfter = ({ mark }: Scene): Disposable => ({
  [Symbol.dispose]() {
    for (const { pid } of markedProcesses(mark) ?? []) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended with the one before.
      }
    }
  },
})

export const countKill = ({ kills }: Scene, what: string) => void kills.set(what, (kills.get(what) ?? 0) + 1)

/** Everybody goes on until the signal; answers when the last one has ended. */
export async function liveAll(scene: Scene, closing: AbortSignal) {
  await Promise.all(scene.crowd.map((person) => live({ person, pace: () => scene.pace }, closing)))
}

async function live({ person, pace }: { person: Person; pace: () => number }, closing: AbortSignal) {
  await person.arrive()
  while (!closing.aborted) {
    await act(person)
    await pause(person.chance.between(0, longestRest) * pace())
  }
}

/** Answers the way to stop. */
export function watchOrphans({ orphans }: Scene) {
  const closing = new AbortController()
  const watch = async () => {
    while (!closing.signal.aborted) {
      await orphans.look()
      await pause(lookEvery)
    }
  }
  const watching = watch()
  return async () => {
    closing.abort()
    await watching
  }
}

export async function untilReady(scene: Pick<Scene, 'pace'>, server: Server) {
  const began = performance.now()
  const address = await within(server.ready, longestStart, 'a start')
  scene.pace = Math.max(1, (performance.now() - began) / usualStart)
  return address
}

/** So many milliseconds, drawn, on a machine that starts as usual. */
export const aWhile = ({ chance, pace }: Scene, least: number, most: number) =>
  pause(chance.between(least, most) * pace)

export function killAnalyser(mark: string) {
  const analyser = markedProcesses(mark)?.find(({ command }) => command.includes('process-child'))
  if (analyser) process.kill(analyser.pid, 'SIGKILL')
  return analyser !== undefined
}

/** Errors in the log that no kill explains. */
export const complaintsIn = (server: Server) =>
  server
    .log()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line) && !line.includes('The analyser process ended unexpectedly'))
    .map((line) => `the log says ${line.slice(0, 1500)}`)

/** Nothing is killed any more: all jobs come to their end, everything is as it must be, and nothing is left behind. */
export async function finish({ folder, url, mark, crowd, violations }: Scene, servers: readonly Server[]) {
  violations.push(...crowd.flatMap((person) => person.complaints))
  await untilNothingIsDue({ folder, url })
  violations.push(...(await within(checkPeople(crowd), longestLook, 'the look at everything')))
  for (const server of servers) {
    const exitCode = await server.kill('SIGTERM')
    if (exitCode !== 0) violations.push(`the server stopped with exit code ${exitCode}`)
    violations.push(...complaintsIn(server))
  }
  await using record = await readRecord({ folder, url })
  violations.push(...(await checkRecord(record, folder)))
  const left = await waitForOrphans(mark)
  violations.push(...left.map(({ pid, command }) => `process ${pid} was left behind: ${command}`))
}

/** Every job has ended, also those that nobody owns, and every event has its place. */
async function untilNothingIsDue(where: { folder: string; url: string }) {
  await using record = await readRecord(where)
  const isOpen = `state in ('queued', 'running', 'waiting')`
  const unplaced = record.engine === 'postgres' ? 'select count(*) from events where position is null' : 'select 0'
  const sql = `select sum(case when ${isOpen} then 1 else 0 end) as open, count(*) as jobs, (${unplaced}) as unplaced from jobs`
  let [ended, endedAt] = [-1, performance.now()]
  for (;;) {
    const [row = {}] = await record.rows(sql)
    const [open, jobs, events] = [Number(row['open']), Number(row['jobs']), Number(row['unplaced'])]
    if (open === 0 && events === 0) return
    if (jobs - open > ended) [ended, endedAt] = [jobs - open, performance.now()]
    if (performance.now() > endedAt + longestStandstill)
      throw new Error(`${open} jobs are open, and none has ended for long`)
    await pause(200)
  }
}

async function waitForOrphans(mark: string) {
  for (let round = 0; round < 50 && (markedProcesses(mark)?.length ?? 0) > 0; round += 1) await pause(100)
  return markedProcesses(mark) ?? []
}

async function within<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  const timer = new AbortController()
  const late = pause(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what} took longer than ${milliseconds} ms`)
  })
  late.catch(() => {})
  return Promise.race([promise, late]).finally(() => timer.abort())
}

const inWords = ({ kind, queued, ran }: Wait) =>
  `the longest (${kind}) queued again after ${Math.round(queued)} ms and running after ${Math.round(ran)} ms`

export function figuresOf({ kills, crowd, orphans }: Scene) {
  const sum = (count: (person: Person) => number) => crowd.reduce((total, person) => total + count(person), 0)
  const { count, longest, suspects } = orphans.figures()
  return [
    [...kills].map(([what, times]) => `${what} ${times} times`).join(', '),
    `${sum(({ acknowledged }) => acknowledged)} acknowledged writes, ${sum(({ unanswered }) => unanswered)} unanswered`,
    `${sum(({ sessions }) => sessions.size)} sessions`,
    count === 0 ? 'no orphaned job' : `${count} orphaned jobs, ${inWords(longest)}`,
    `${suspects} times a suspect was made to wait`,
  ].join(', ')
}
