import { hintFor, misuse, type CliCommand } from './command.ts'

interface Act {
  usage: string
  about: string
  /** Words after the name of the act. */
  takes: readonly string[]
}

const acts = {
  list: { usage: 'list', about: 'everybody with an account', takes: [] },
  add: { usage: 'add EMAIL [--role ROLE]', about: 'prints an invitation, a link that works once', takes: ['email'] },
  role: { usage: 'role EMAIL ROLE', about: 'member or administrator', takes: ['email', 'role'] },
  disable: { usage: 'disable EMAIL', about: 'signs out and lets nobody sign in', takes: ['email'] },
  enable: { usage: 'enable EMAIL', about: 'lets sign in again', takes: ['email'] },
  'reset-link': { usage: 'reset-link EMAIL', about: 'prints a link for a new password', takes: ['email'] },
} satisfies Record<string, Act>

const isAct = (word: string): word is keyof typeof acts => Object.hasOwn(acts, word)

export const user: CliCommand = {
  name: 'user',
  about: 'lists, invites and changes people',
  usage: 'list|add|role|disable|enable|reset-link …',
  details: Object.values(acts).map(({ usage, about }) => `  ${usage.padEnd(26)} ${about}`),
  async run({ words: [word = '', ...rest], flags: { role, ...settings } }) {
    if (!isAct(word)) {
      const hint = hintFor(word, Object.keys(acts))
      return misuse('user', word === '' ? 'Say what to do.' : `There is no “user ${word}”.${hint}`)
    }
    const { usage, takes }: Act = acts[word]
    if (rest.length !== takes.length || (role !== undefined && word !== 'add')) {
      return misuse('user', `Say it like this: cairn user ${usage}`)
    }
    const taken = Object.fromEntries(takes.map((name, i) => [name, rest[i]]))
    const input = role === undefined ? taken : { ...taken, role }
    return (await import('./ask.ts')).ask({ name: `user.${word}`, input }, settings)
  },
}
