/**
 * The storm on PostgreSQL, where each role is a process of its own: one that answers, two that run jobs, one that keeps
 * the log. Any of them may be killed at any moment, also while it starts; the others go on meanwhile.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../../world/postgres/cluster.ts'
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

type Role = 'api' | 'worker' | 'scheduler'

/** A role with the process that has it now. */
interface Post {
  role: Role
  server: Server
  /** By the clock, when the process began, and when it was ready, once it is. */
  began: number
  readyAt: number
  ready: Promise<void>
}

export async function stormRoles({ count, seed }: { count: number; seed: number }): Promise<Verdict> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'cairn-kill-'))
  await using cluster = await startCluster({ fsync: 'on', full_page_writes: 'on' })
  const where = { folder: folder.path, url: cluster.url }
  const scene = createScene({ ...where, mark: randomUUID(), orphans: createOrphans(() => readRecord(where)) }, seed)
  using _ = sweepAfter(scene)
  const posts = await startPosts(scene)
  const closing = new AbortController()
  const living = liveAll(scene, closing.signal)
  const stopWatching = watchOrphans(scene)
  for (let kill = 0; kill < count; kill += 1) await oneKill(scene, posts)
  await Promise.all(posts.map(({ ready }) => ready))
  closing.abort()
  await living
  await finish(
    scene,
    posts.map(({ server }) => server),
  )
  await stopWatching()
  return { figures: `${count} kills on postgres (${figuresOf(scene)})`, violations: scene.violations }
}

/** The first one makes the record and the keys; then come the others. */
async function startPosts(scene: Scene): Promise<Post[]> {
  const api = take(scene, 'api')
  await api.ready
  const worker = take(scene, 'worker')
  await worker.ready
  return [api, worker, take(scene, 'worker'), take(scene, 'scheduler')]
}

function take(scene: Scene, role: Role): Post {
  const { folder, url, mark, place } = scene
  const server = startServer({ folder, mark, flags: { role, 'database-url': url } })
  const ready = untilReady(scene, server).then((address) => {
    post.readyAt = Date.now()
    if (role === 'api') place.open(address)
  })
  ready.catch(() => {})
  const post: Post = { role, server, began: Date.now(), readyAt: Infinity, ready }
  return post
}

/** One worker is always ready, so that what the other one leaves behind does not wait for a start. */
async function oneKill(scene: Scene, posts: Post[]) {
  const { chance, place, mark, violations, orphans } = scene
  await aWhile(scene, 100, 1500)
  const post = chance.pick(posts)
  const { role, server } = post
  if (role === 'worker') await Promise.all(posts.filter((one) => isOther(one, post)).map(({ ready }) => ready))
  if (role === 'worker' && chance.happens(0.1) && killAnalyser(mark)) countKill(scene, 'an analyser')
  if (!server.isAlive()) violations.push(`the ${role} ended by itself: ${server.log().slice(-500)}`)
  if (role === 'api') place.close()
  await server.kill('SIGKILL')
  countKill(scene, role)
  violations.push(...complaintsIn(server))
  if (role === 'worker') await orphans.noteKill((holder) => isHolder(post, holder))
  posts[posts.indexOf(post)] = take(scene, role)
}

const isOther = (one: Post, post: Post) => one.role === post.role && one !== post

/** A holder is named by the moment at which its process began, and no two workers begin at the same time. */
const isHolder = ({ began, readyAt }: Post, holder: string) => {
  const at = Number.parseInt(holder.replaceAll('-', '').slice(0, 12), 16)
  return at >= began && at <= readyAt
}
