/**
 * Measures of Journey on data kept outside the repository, and of its word lists.
 *
 *   npm run evaluate -- journey [DATA_FOLDER] [--details]   the analyser
 *   npm run evaluate -- patterns [DATA_FOLDER]              what is found in people made of real diary entries
 *   npm run evaluate -- lexicons                            the word lists
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateJourney } from './evaluate/journey.ts'
import { evaluateLexicons } from './evaluate/lexicons.ts'
import { evaluatePatterns } from './evaluate/patterns.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { details: { type: 'boolean', default: false } },
})
const [subject, folder = process.env['CAIRN_EVALUATION_DATA']] = positionals

process.exitCode = run()

function run(): number {
  if (subject === 'lexicons') return evaluateLexicons() ? 0 : 1
  if (subject !== 'journey' && subject !== 'patterns') {
    console.log(
      'Usage: npm run evaluate -- journey|patterns [DATA_FOLDER] [--details], or: npm run evaluate -- lexicons',
    )
    return 2
  }
  if (folder === undefined || !existsSync(join(folder, 'journey'))) {
    console.log(
      'Skipped: no data folder. Name one as an argument or in CAIRN_EVALUATION_DATA; it holds a folder "journey".',
    )
    return 0
  }
  const data = join(folder, 'journey')
  return (subject === 'patterns' ? evaluatePatterns(data) : evaluateJourney(data, values)) ? 0 : 1
}
