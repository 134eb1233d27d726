/** Serves what signed links lead to. Whatever is wrong with a link, the refusal reads the same. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { second } from '#std/duration'
import type { Db } from '#core/db'
import type { Log } from '#core/observability'
import { fileNotFound, rangeOutside } from './contract.ts'
import { deliveryOf } from './delivery.ts'
import { linkPrefix, readLink } from './link.ts'
import { planReply, type Part } from './range.ts'
import { findRow } from './rows.ts'
import type { FileRow } from './schema.ts'
import type { Shelves } from './shelves.ts'

export interface ServingNeeds {
  db: Db
  shelves: Shelves
  linkKey: string
  log: Log
  now: () => number
}

export function mountLinks(app: FastifyInstance, needs: ServingNeeds) {
  app.route({
    method: ['GET', 'HEAD'],
    url: `${linkPrefix}*`,
    handler: (request, reply) => serve(needs, request, reply),
  })
}

const Path = z.object({ '*': z.string() })
const Query = z.record(z.string(), z.unknown())

async function serve(needs: ServingNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { row, left } = await findLinked(needs, request)
  const etag = `"${row.hash}"`
  const plan = planReply(request.headers, { size: row.size, etag })
  if (plan.answer === 'outside') throw refusePart(reply, row.size)
  const caching = { etag, 'cache-control': `private, max-age=${Math.floor(left / second)}`, 'accept-ranges': 'bytes' }
  if (plan.answer === 'unchanged') return reply.headers(caching).status(304).send()
  const bytes = await openBytes(needs, row)
  const part = plan.answer === 'part' ? plan : undefined
  void reply.headers({ ...caching, ...deliveryOf(row), ...lengthOf(row.size, part) }).status(part ? 206 : 200)
  if (request.method === 'GET' && row.size > 0) return reply.send(bytes.createReadStream(part))
  await bytes.close()
  return reply.send()
}

const noSuchFile = () =>
  new Problem(fileNotFound, 'This link leads to no file, or its time is over. Ask for a new one.')

/** The file that the link of this request leads to, and how many milliseconds the link has left. */
async function findLinked({ db, linkKey, now }: ServingNeeds, { params, query }: FastifyRequest) {
  const link = readLink(Path.parse(params)['*'], Query.parse(query), linkKey)
  const left = link ? link.expires - now() : 0
  const row = link && left > 0 ? await findRow(db.read, link.fileId) : undefined
  if (!row) throw noSuchFile()
  return { row, left }
}

async function openBytes({ shelves, log }: ServingNeeds, row: FileRow) {
  const bytes = await shelves.openWhole(row)
  if (bytes) return bytes
  log.error({ file: row.id }, 'the bytes of a file are missing or cut')
  throw noSuchFile()
}

function refusePart(reply: FastifyReply, size: number) {
  void reply.header('content-range', `bytes */${size}`)
  return new Problem(rangeOutside, `This file has ${size} bytes. Ask for a part of these.`)
}

const lengthOf = (size: number, part: Part | undefined) =>
  part
    ? { 'content-length': part.end - part.start + 1, 'content-range': `bytes ${part.start}-${part.end}/${size}` }
    : { 'content-length': size }
