/** Delivers the built web: hashed assets for ever, the page itself fresh each time with a nonce for its styles. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { nothingHere, Problem } from '#contract/problem'
import { pagePolicy } from './headers.ts'

const forever = 'public, max-age=31536000, immutable'

export async function mountWeb(app: FastifyInstance, folder: string | undefined) {
  const page = folder === undefined ? undefined : await readFile(join(folder, 'index.html'), 'utf8')
  app.setNotFoundHandler((request, reply) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && !/^\/(api|assets)\//.test(request.url)
    if (page === undefined || !isPage) throw new Problem(nothingHere, 'There is nothing at this address.')
    return deliver(page, reply)
  })
  if (folder !== undefined) await mountAssets(app, folder)
}

async function mountAssets(app: FastifyInstance, folder: string) {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders(reply, path) {
      void reply.header('cache-control', path.includes('/assets/') ? forever : 'no-cache')
    },
  })
}

function deliver(page: string, reply: FastifyReply) {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .status(200)
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('%NONCE%', nonce))
}
