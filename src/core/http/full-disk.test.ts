import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { noRoom } from '#core/disk/contract'
import { problemType } from '#contract/problem'
import { createLog } from '#core/observability'
import { collectLines } from '../../../tests/world/lines.ts'
import { replyWithProblem } from './problems.ts'

const failures = {
  'the record': fillRecord,
  'the file system': () => {
    writeFileSync('/dev/full', 'x')
  },
  'a database elsewhere': () => {
    throw Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' })
  },
}

test.each(Object.entries(failures))(
  'when there is no room, %s is answered for with 507 and logged',
  async (_, fail) => {
    const { lines, stream } = collectLines()
    const log = createLog({ level: 'info', to: stream })
    const app = Fastify()
    app.setErrorHandler((error, request, reply) => replyWithProblem(log, { error, request, reply }))
    app.post('/', fail)
    const reply = await app.inject({ method: 'POST', url: '/' })
    expect(reply.json()).toMatchObject({ status: 507, type: problemType(noRoom) })
    expect(lines.filter((line) => line.includes('a request failed'))).toHaveLength(1)
  },
)

/** Writes into a record that may have four pages, until there is none left. */
function fillRecord() {
  using record = new DatabaseSync(':memory:')
  record.exec('pragma max_page_count = 4; create table stones (name text)')
  for (;;) record.exec('insert into stones values (randomblob(4000))')
}
