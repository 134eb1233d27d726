/** Every sentence of the page of one's own account, in English. */
const numbers = new Intl.NumberFormat()
const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
const lastSize = sizes.length - 1

export const pageWords = {
  title: 'Account',
  lead: 'Who you are here, who and what may act for you, and all that is yours.',
}

export const nameWords = { title: 'Name' }

export const passwordWords = {
  title: 'Password',
  text: 'A new password ends all your other sign-ins.',
  old: 'Current password',
  change: 'Change the password',
  changed: (ended: number) =>
    ended === 0 ? 'The new password holds.' : `The new password holds. ${countSignIns(ended)} ended.`,
}

export const signInWords = {
  title: 'Sign-ins',
  text: 'Browsers that are signed in to your account. Each ends by itself after sixty days without use.',
  unknown: 'A browser that did not say what it is',
  current: 'This one',
  since: 'Since',
  lastUsed: 'last used',
  end: 'End',
  endOf: (device: string) => `End the sign-in: ${device}`,
  ended: (device: string) => `${device} is signed out.`,
  endOthers: 'Sign out everywhere else',
  endedOthers: (ended: number) => (ended === 0 ? 'You were signed in nowhere else.' : `${countSignIns(ended)} ended.`),
}

const countSignIns = (count: number) => (count === 1 ? 'One other sign-in' : `${numbers.format(count)} other sign-ins`)

export const keyWords = {
  title: 'Keys for programs',
  text: 'A key lets a program act for you, within what you allow it. No key reaches your password, sign-ins or other keys.',
  none: 'No program has a key.',
  lastUsed: 'Last used',
  unused: 'Never used',
  expires: 'ends',
  expired: 'has ended',
  endless: 'no end',
  end: 'End',
  endOf: (name: string) => `End the key: ${name}`,
  endTitle: (name: string) => `End “${name}”?`,
  endText: 'Programs that use this key are refused at once. A key that has ended cannot be brought back.',
  endKey: 'End the key',
  ended: (name: string) => `The key “${name}” has ended.`,
  start: 'Make a key',
  formTitle: 'A new key',
  name: 'What is it for?',
  nameHint: 'Such as “Backup script”.',
  expiry: 'Ends',
  expiries: [
    { value: '30', label: 'In 30 days' },
    { value: '90', label: 'In 90 days' },
    { value: '365', label: 'In a year' },
    { value: '', label: 'Never' },
  ],
  scopes: 'What may it do?',
  scopesHint: 'Allow as little as the program needs.',
  ofCairn: 'Cairn itself',
  acts: { read: 'Read', write: 'Change' },
  may: { read: 'read', write: 'change', both: 'read and change' },
  make: 'Make the key',
  madeTitle: (name: string) => `The key “${name}” is made`,
  madeText: 'Copy it now: it is shown this once. Programs send it in a header, Authorization: Bearer, then the key.',
  secret: 'Key',
  done: 'I have copied it',
}

export const exportWords = {
  title: 'Take everything along',
  text: 'One zip archive of all that is yours: files as they are, texts as text, everything else as JSON.',
  start: 'Pack everything',
  again: 'Pack again',
  download: (size: string) => `Download (${size})`,
  madeAt: 'Packed',
  keptUntil: 'kept until',
  /** Bytes in words. */
  size(bytes: number) {
    const step = Math.min(lastSize, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)))
    const unit = sizes[step] ?? 'byte'
    const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
    return new Intl.NumberFormat(undefined, format).format(bytes / 1000 ** step)
  },
}

export const deletionWords = {
  title: 'Delete the account',
  text: 'Erases everything that is yours, at once and for good.',
  start: 'Delete my account',
  dialogTitle: 'Delete your account?',
  lead: 'There is no undo. This goes:',
  goes: (spaces: readonly string[]) => [
    ...(spaces.length > 0 ? [`everything you have in ${lists.format(spaces)}`] : []),
    'your files, settings and notifications',
    'your sign-ins and keys, wherever they are used',
    'your name, address and password',
  ],
  rest: 'Backups that were made before keep it until they expire. To keep something yourself, pack everything first.',
  password: 'Your password',
  confirm: (email: string) => `Type ${email} to confirm`,
  delete: 'Delete everything for good',
  done: 'Your account is deleted, and everything that was in it.',
}
