import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/test/chromium.ts'

const setupFiles = ['scripts/test/console-errors.ts']

const unit = ['src/**/*.test.ts', 'tests/faults/**/*.test.ts', 'tests/*/*.test.ts', 'tests/*.test.ts']
const browser = ['tests/stories/**/*.test.ts']

/** Tests of what only SQLite does say so in their names; the others that open a record run on PostgreSQL, too. */
const opensRecord = (file: string) => /tests\/world\/|\.\.?\/world\//.test(readFileSync(file, 'utf8'))
const onPostgres = globSync(unit, { exclude: [...browser, 'src/**/*.sqlite.test.ts'] }).filter(opensRecord)

export default defineConfig({
  test: {
    pool: 'forks',
    // Tests wait for disks and other processes half of the time.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 40_000,
          hookTimeout: 40_000,
          include: unit,
          exclude: [...browser, 'src/**/*.postgres.test.ts'],
          setupFiles,
        },
      },
      {
        test: {
          name: 'postgres',
          testTimeout: 80_000,
          hookTimeout: 120_000,
          include: onPostgres,
          setupFiles,
          globalSetup: 'tests/world/postgres/global-setup.ts',
        },
      },
      {
        test: {
          name: 'stories',
          include: browser,
          setupFiles,
          env: { CAIRN_TEST_CHROMIUM: findChromium() ?? '' },
          // Server and browser fill two processors: side by side they only keep each other waiting.
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
