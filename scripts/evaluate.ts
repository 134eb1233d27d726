/** `node scripts/evaluate.ts journey [DATA_FOLDER] [--details]`: measures an analyser on data kept outside the repository. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateJourney } from './evaluate/journey.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { details: { type: 'boolean', default: false } },
})
const [subject, folder = process.env['CAIRN_EVALUATION_DATA']] = positionals

if (subject !== 'journey') {
  console.log('Usage: node scripts/evaluate.ts journey [DATA_FOLDER] [--details]')
  process.exitCode = 2
} else if (folder === undefined || !existsSync(join(folder, 'journey'))) {
  console.log(
    'Skipped: no data folder. Name one as an argument or in CAIRN_EVALUATION_DATA; it holds a folder "journey".',
  )
} else {
  process.exitCode = evaluateJourney(join(folder, 'journey'), values) ? 0 : 1
}
