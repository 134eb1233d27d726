import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/test/chromium.ts'

const setupFiles = ['scripts/test/console-errors.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/engines/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['tests/stories/**/*.test.ts'],
          setupFiles,
          env: { CAIRN_TEST_CHROMIUM: findChromium() ?? '' },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
