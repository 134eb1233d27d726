import type { CliCommand } from './command.ts'

export const serve: CliCommand = {
  name: 'serve',
  about: 'runs Cairn until it is stopped (the same as npm start)',
  usage: '[--SETTING VALUE …]',
  details: ['Stops in order on SIGINT and SIGTERM. “cairn config explain” lists the settings.'],
  // Flags are given on as they came: the server reads and refuses them by itself.
  run: async ({ words, flags }) =>
    (await import('../serve.ts')).serve([
      ...words,
      ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
    ]),
}
