/** The endpoints of files. */
import { Problem } from '#contract/problem'
import type { Db } from '#core/db'
import { fileNotFound } from './contract.ts'
import { linkTo } from './link.ts'
import { findMine, listMine } from './rows.ts'

interface Context {
  db: Db
  linkKey: string
  now: () => number
}
interface AboutOne {
  caller: { id: string }
  params: { fileId: string }
}

export function filesHandlers(context: Context) {
  return {
    listFiles: (_: unknown, { caller, query }: { caller: { id: string }; query: Parameters<typeof listMine>[2] }) =>
      listMine(context.db.read, caller.id, query),
    getFile: (_: unknown, about: AboutOne) => getMine(context, about),
    async linkFile(_: unknown, { body, ...about }: AboutOne & { body: { lifetime: number } }) {
      const { id: fileId } = await getMine(context, about)
      const expires = context.now() + body.lifetime
      return { path: linkTo({ fileId, variant: 'original', expires }, context.linkKey), expiresAt: expires }
    },
  }
}

async function getMine({ db }: Context, { caller, params }: AboutOne) {
  const file = await findMine(db.read, { owner: caller.id, id: params.fileId })
  if (!file) throw new Problem(fileNotFound, 'There is no such file.')
  return file
}
