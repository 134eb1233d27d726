/** The program itself: Node, SQLite, the clock. */
import { DatabaseSync } from 'node:sqlite'
import { assertSafeSqlite } from '#core/db'
import { version } from '../../version.ts'
import { well, wrong, type Finding } from './finding.ts'

const oldestNode = 24
/** When this was written: a clock before it is wrong. */
const earliest = Date.UTC(2026, 0, 1)

export async function checkProgram(): Promise<Finding[]> {
  return [checkNode(), checkSqlite(), checkClock()]
}

function checkNode() {
  const words = `Cairn ${version} on Node ${process.versions.node}`
  if (Number.parseInt(process.versions.node) >= oldestNode) return well(words)
  return wrong(`${words}: it needs Node ${oldestNode} or newer. Install that, or start Cairn with npm start.`)
}

function checkSqlite() {
  using memory = new DatabaseSync(':memory:')
  const found = String(memory.prepare('select sqlite_version() as version').get()?.version)
  try {
    assertSafeSqlite(found)
    return well(`SQLite ${found}`)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

function checkClock() {
  const now = new Date()
  const words = `the clock says ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  if (now.getTime() >= earliest) return well(words)
  return wrong(`${words}, which is in the past. Set it; links and sign-ins end by it.`)
}
