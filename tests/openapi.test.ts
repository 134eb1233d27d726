import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeProgram, openApiFile } from '../scripts/openapi.ts'

test.runIf(existsSync(openApiFile))(
  'the written description of the api is the one of this program (npm run openapi)',
  async () => {
    expect(readFileSync(openApiFile, 'utf8')).toBe(await describeProgram())
  },
)
