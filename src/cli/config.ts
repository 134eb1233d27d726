import { done, misuse, type CliCommand } from './command.ts'

export const config: CliCommand = {
  name: 'config',
  about: 'explain: prints every setting of the start, its value and where it comes from',
  usage: 'explain [--SETTING VALUE …]',
  details: ['Defaults, then cairn.json, then .env and the environment, then flags. Secrets are shown as (set).'],
  async run({ words: [word, ...rest], flags }) {
    if (word !== 'explain') return misuse('config', word ? `There is no “config ${word}”.` : 'Say “config explain”.')
    if (rest.length > 0) return misuse('config', `“${rest.join(' ')}” is not understood here.`)
    const { loadConfig, processSources } = await import('#core/config')
    for (const { name, value, origin, about, names } of loadConfig(processSources(flags)).explained) {
      console.log(`${name} = ${value || '(none)'}   from ${origin}\n    ${about} [${names.join(', ')}]`)
    }
    return done
  },
}
