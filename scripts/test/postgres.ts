/** The programs of PostgreSQL that the tests start a server with: found, or installed where that is possible. */
import { existsSync, globSync } from 'node:fs'
import { installMissing } from './debian.ts'

const least = 15

/** The folder with `initdb` and `postgres` of the newest PostgreSQL here; undefined when there is none. */
export function findPostgres(): string | undefined {
  const chosen = process.env.CAIRN_TEST_POSTGRES
  if (chosen) return existsSync(`${chosen}/initdb`) ? chosen : undefined
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').map((path) => path.replace(/\/initdb$/, ''))
  const versionOf = (folder: string) => Number(folder.split('/')[4])
  return found.filter((folder) => versionOf(folder) >= least).sort((a, b) => versionOf(b) - versionOf(a))[0]
}

/** Installs PostgreSQL on Debian as root; elsewhere says what is missing. */
export function preparePostgres() {
  if (!process.env.CAIRN_TEST_POSTGRES) installMissing('the tests on PostgreSQL', ['postgresql'])
  const folder = findPostgres()
  if (folder) console.log(`PostgreSQL: ${folder}`)
  else console.log(`No PostgreSQL ${least} or newer, so its tests are skipped. CAIRN_TEST_POSTGRES names its programs.`)
  return folder
}
