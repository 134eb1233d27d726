/** The storm on the one process that has a SQLite record. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type Server } from '../server.ts'
import type { Verdict } from '../verdict.ts'
import { createOrphans } from './orphans.ts'
import { readRecord } from './record.ts'
import {
  aWhile,
  complaintsIn,
  countKill,
  createScene,
  figuresOf,
  finish,
  killAnalyser,
  liveAll,
  sweepAfter,
  untilReady,
  watchOrphans,
  type Scene,
} from './storm.ts'

export async function stormSingle({ count, seed }: { count: number; seed: number }): Promise<Verdict> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-kill-'))
  const where = { folder: folder.path, url: '' }
  const scene = createScene({ ...where, mark: randomUUID(), orphans: createOrphans(() => readRecord(where)) }, seed)
  using _ = sweepAfter(scene)
  const closing = new AbortController()
  const stopWatching = watchOrphans(scene)
  const living = liveAll(scene, closing.signal)
  for (let kill = 0; kill < count; kill += 1) await oneLife(scene)
  const server = startServer(scene)
  await open(scene, server)
  closing.abort()
  await living
  await finish(scene, [server])
  await stopWatching()
  return { figures: `${count} kills on sqlite (${figuresOf(scene)})`, violations: scene.violations }
}

/** Starts the server and kills it: while it starts, or while it serves, now and then its analyser before. */
async function oneLife(scene: Scene) {
  const { chance, place, violations } = scene
  const server = startServer(scene)
  if (chance.happens(0.25)) {
    await aWhile(scene, 0, 900)
    countKill(scene, 'while starting')
  } else {
    await open(scene, server)
    await aWhile(scene, 50, 1500)
    if (chance.happens(0.15) && killAnalyser(scene.mark)) {
      countKill(scene, 'the analyser')
      await aWhile(scene, 50, 800)
    }
    countKill(scene, 'while serving')
  }
  if (!server.isAlive()) violations.push(`the server ended by itself: ${server.log().slice(-500)}`)
  place.close()
  await server.kill('SIGKILL')
  violations.push(...complaintsIn(server))
  if (existsSync(join(scene.folder, 'cairn.sqlite'))) await scene.orphans.noteKill(() => true)
}

/** Orphans must run again as soon as there is somebody to run them. */
async function open(scene: Scene, server: Server) {
  const { place, orphans } = scene
  const address = await untilReady(scene, server)
  orphans.countFromNow()
  place.open(address)
}
