import { misuse, type CliCommand } from './command.ts'

export const rebuild: CliCommand = {
  name: 'rebuild',
  about: 'derives the search index or the graph from the record again',
  usage: 'search|graph|all [--data FOLDER]',
  details: [
    'While a server runs, it does the work and people go on working; otherwise the record is opened alone.',
    'Prints a digest of what was held before and after: when they are equal, nothing was wrong.',
  ],
  async run({ words: [name, ...rest], flags }) {
    if (name === undefined) return misuse('rebuild', 'Say what to rebuild: search, graph or all.')
    if (rest.length > 0) return misuse('rebuild', `“${rest.join(' ')}” is not understood here.`)
    return (await import('./ask.ts')).ask({ name: 'projections.rebuild', input: { name } }, flags)
  },
}
