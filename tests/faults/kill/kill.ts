/**
 * Kills the server at random moments while several people use it, and then looks whether it kept its word: what was
 * acknowledged is there to the character, nothing is there twice, every job came to its end.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createChance, type Chance } from '../chance.ts'
import { markedProcesses, startServer, type Server } from '../server.ts'
import type { Verdict } from '../verdict.ts'
import { act } from './actions.ts'
import { checkPeople } from './check-people.ts'
import { checkRecord } from './check-record.ts'
import { createPerson, type Person } from './person.ts'
import { createPlace, type Place } from './place.ts'

const people = 4
const longestStart = 60_000
const longestEnd = 120_000

interface Scene {
  folder: string
  mark: string
  chance: Chance
  place: Place
  kills: { starting: number; serving: number; analyser: number }
  violations: string[]
}

export async function runKill({ count, seed }: { count: number; seed: number }): Promise<Verdict> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-kill-'))
  const chance = createChance(seed)
  const place = createPlace()
  const kills = { starting: 0, serving: 0, analyser: 0 }
  const scene: Scene = { folder: folder.path, mark: randomUUID(), chance, place, kills, violations: [] }
  const crowd = Array.from({ length: people }, (_, i) => createPerson(`person${i}`, place, createChance(seed + 1 + i)))
  const closing = new AbortController()
  const living = crowd.map((person) => live(person, closing.signal))
  while (kills.starting + kills.serving < count) await oneLife(scene)
  const server = startServer(scene)
  place.open(await within(server.ready, longestStart, 'the last start'))
  closing.abort()
  await Promise.all(living)
  await finish(scene, server, crowd)
  return { figures: figuresOf(scene, crowd), violations: scene.violations }
}

async function live(person: Person, closing: AbortSignal) {
  await person.arrive()
  while (!closing.aborted) await act(person)
}

/** Starts the server and kills it: while it starts, or while it serves, now and then its analyser before. */
async function oneLife({ chance, kills, place, ...scene }: Scene) {
  const server = startServer(scene)
  if (chance.happens(0.25)) {
    await pause(chance.between(0, 900))
    kills.starting += 1
  } else {
    place.open(await within(server.ready, longestStart, 'a start'))
    await pause(chance.between(50, 1500))
    if (chance.happens(0.15) && killAnalyser(scene.mark)) {
      kills.analyser += 1
      await pause(chance.between(50, 800))
    }
    kills.serving += 1
  }
  if (!server.isAlive()) scene.violations.push(`the server ended by itself: ${server.log().slice(-500)}`)
  place.close()
  await server.kill('SIGKILL')
  scene.violations.push(...complaintsIn(server.log()))
}

function killAnalyser(mark: string) {
  const analyser = markedProcesses(mark)?.find(({ command }) => command.includes('process-child'))
  if (analyser) process.kill(analyser.pid, 'SIGKILL')
  return analyser !== undefined
}

/** Errors in the log that no kill explains. */
const complaintsIn = (log: string) =>
  log
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line) && !line.includes('The analyser process ended unexpectedly'))
    .map((line) => `the log says ${line.slice(0, 300)}`)

async function finish({ folder, mark, violations }: Scene, server: Server, crowd: readonly Person[]) {
  violations.push(...crowd.flatMap((person) => person.complaints))
  violations.push(...(await within(checkPeople(crowd), longestEnd, 'the end of all jobs')))
  const exitCode = await server.kill('SIGTERM')
  if (exitCode !== 0) violations.push(`the server stopped with exit code ${exitCode}`)
  violations.push(...complaintsIn(server.log()))
  violations.push(...checkRecord(folder))
  const left = await waitForOrphans(mark)
  violations.push(...left.map(({ pid, command }) => `process ${pid} was left behind: ${command}`))
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

function figuresOf({ kills }: Scene, crowd: readonly Person[]) {
  const sum = (count: (person: Person) => number) => crowd.reduce((total, person) => total + count(person), 0)
  return [
    `${kills.starting + kills.serving} kills (${kills.starting} while starting, ${kills.serving} while serving)`,
    `the analyser ${kills.analyser} times`,
    `${sum(({ acknowledged }) => acknowledged)} acknowledged writes, ${sum(({ unanswered }) => unanswered)} unanswered`,
    `${sum(({ sessions }) => sessions.size)} sessions`,
  ].join(', ')
}
