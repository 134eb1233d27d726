import { done, failed, misuse, type CliCommand } from './command.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  about: 'looks whether everything is in order, and says what to do where it is not',
  usage: '[--deep] [--data FOLDER]',
  details: [
    'Changes nothing. Looks at the program, the data folder, the record, the port and the clock.',
    '--deep also reads every file, and derives the search index and the graph anew to compare them.',
  ],
  switches: ['deep'],
  async run({ words, flags: { deep, ...settings } }) {
    if (words.length > 0) return misuse('doctor', `“${words.join(' ')}” is not understood here.`)
    const { loadConfig, processSources } = await import('#core/config')
    const { examine } = await import('./doctor/examine.ts')
    const isWell = await examine(loadConfig(processSources(settings)).config, { settings, isDeep: deep !== undefined })
    console.log(isWell ? 'Everything is in order.' : 'Something is wrong: see the lines with ✗.')
    return isWell ? done : failed
  },
}
