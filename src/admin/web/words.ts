/** Every sentence of the pages of administrators, in English. */
import type { RegistrationMode, Role } from '#core/auth/contract'

const numbers = new Intl.NumberFormat()
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

const roles: Record<Role, string> = { member: 'Member', administrator: 'Administrator' }

const registration: Record<RegistrationMode, string> = {
  open: 'Anybody who reaches it',
  invitation: 'Who is invited',
  closed: 'Nobody',
}

/** Kinds of work of the core; a space brings the words of its own. */
const kinds: Record<string, string> = {
  'account.export': 'Packing all that is somebody’s',
  'cache.warm': 'Warming the cache',
  'core.rebuild-projection': 'Building search or graph anew',
  'core.tidy': 'Tidying up',
  'jobs.prune-finished': 'Removing finished work',
  'notifications.prune': 'Removing old notifications',
  'undo.expire-changes': 'Letting go of old changes',
}

const partNames: Record<string, string> = {
  record: 'Record',
  disk: 'Disk',
  search: 'Search',
  graph: 'Graph',
  jobs: 'Jobs',
  log: 'Log',
  live: 'Live connections',
}

export const words = {
  title: 'Administration',
  lead: 'How this Cairn is doing, and who is here.',
  pages: { overview: 'Overview', people: 'People', jobs: 'Jobs', health: 'Health', settings: 'Settings' },
  navigation: 'Pages of the administration',

  overview: {
    people: (figure: number, isMore: boolean) =>
      isMore ? `More than ${figure} people` : count(figure, 'person', 'people'),
    peopleText: 'with an account here.',
    invite: 'Invite somebody',
    dead: (figure: number) => `${count(figure, 'job', 'jobs')} stopped for good`,
    noDead: 'Nothing stopped for good',
    queue: (queued: number, running: number) =>
      queued + running === 0
        ? 'Nothing waits and nothing runs.'
        : `${numbers.format(queued)} ${queued === 1 ? 'waits' : 'wait'}, ${numbers.format(running)} ${running === 1 ? 'runs' : 'run'}.`,
    seeDead: 'See what stopped',
    seeJobs: 'See the queue',
    parts: (figure: number) => `${count(figure, 'part', 'parts')} looked at.`,
    seeHealth: 'See every part',
    registration: 'Registration',
    registrationText: 'may make an account.',
    changeRegistration: 'Change this',
  },

  people: {
    lead: 'Who has an account. What people write and keep stays their own.',
    table: 'People',
    search: 'Search by name or address',
    columns: { name: 'Name', role: 'Role', since: 'Since', state: 'State', acts: 'Change' },
    roles,
    you: 'you',
    active: 'Can sign in',
    disabled: 'Disabled',
    nobody: 'Nobody was found',
    nobodyText: (search: string) => `No name and no address holds “${search}”.`,
    acts: (name: string) => `Change ${name}`,
    promote: 'Make administrator',
    demote: 'Make member',
    changed: (name: string, role: Role) =>
      `${name} is now ${role === 'administrator' ? 'an administrator' : 'a member'}.`,
    demoteSelf: 'Stop being an administrator?',
    demoteSelfText: 'You cannot take this back yourself: another administrator has to.',
    disable: 'Disable',
    disableTitle: (name: string) => `Disable ${name}?`,
    disableText:
      'They are signed out everywhere at once, and their keys end for good. What they have here stays, and you can let them in again.',
    wasDisabled: (name: string) => `${name} is disabled and signed out.`,
    enable: 'Let in again',
    wasEnabled: (name: string) => `${name} can sign in again.`,
    resetLink: 'Make a reset link',
    resetTitle: (name: string) => `A new password for ${name}`,
    resetText: 'Hand this link over yourself. Earlier ones have ended.',
    resetLabel: 'Reset link',
  },

  invitations: {
    title: 'Open invitations',
    invite: 'Invite somebody',
    inviteText: 'Makes a link that works once, for seven days. You hand it over yourself.',
    email: 'E-mail',
    emailHint: 'Leave it empty, and whoever has the link can use it.',
    role: 'Role',
    make: 'Make the link',
    done: 'Done',
    madeText: (email: string | null) =>
      email === null ? 'Whoever has this link can make one account.' : `Only ${email} can use this link.`,
    label: 'Invitation link',
    closed: 'Registration is closed: nobody can use an invitation until that is changed in Settings.',
    anybody: 'Anybody with the link',
    ends: 'ends',
    none: 'No invitation is open.',
    end: 'Take back',
    endTitle: 'Take this invitation back?',
    endText: 'Its link stops working at once. You can make another one.',
  },

  link: { once: 'It is shown this once. It works once, until' },

  jobs: {
    lead: 'The work that Cairn does for everybody: how it stands, never what is in it.',
    table: 'The queue by kind',
    columns: {
      kind: 'Kind',
      queued: 'Waiting',
      running: 'Running',
      waiting: 'For parts',
      failed: 'Stopped',
      oldest: 'Oldest due',
      acts: 'Pause',
    },
    none: 'none',
    paused: 'Paused',
    since: (ago: string) => `since ${ago}`,
    pause: 'Pause',
    pauseKind: (kind: string) => `Pause: ${kind}`,
    resume: 'Resume',
    resumeKind: (kind: string) => `Resume: ${kind}`,
    dead: 'Stopped for good',
    noDead: 'Nothing stopped for good',
    noDeadText: 'Work that fails every time ends up here, with its reason, until somebody sends it again.',
    of: (name: string) => `of ${name}`,
    ofCairn: 'of Cairn itself',
    ofSomebody: 'of somebody who left',
    tries: (figure: number) => count(figure, 'try', 'tries'),
    noReason: 'It left no words.',
    sendAgain: 'Send again',
    sendOneAgain: (kind: string) => `Send again: ${kind}`,
    sendAll: (figure: number, kind: string) => `Send all again: ${kind} (${numbers.format(figure)})`,
    sent: (figure: number) => `${count(figure, 'job was', 'jobs were')} sent again.`,
    kinds,
  },

  health: {
    lead: 'Every part of Cairn, looked at every few seconds.',
    all: { up: 'All is well', degraded: 'Something is not as it should be', down: 'A part that Cairn needs is down' },
    states: { up: 'Up', degraded: 'Degraded', down: 'Down' },
    parts: 'Parts',
    columns: { part: 'Part', state: 'State', detail: 'What it says', since: 'Since', latency: 'Answers in' },
    names: partNames,
    required: 'Nothing works without it.',
    nothing: 'Nothing to tell.',
    milliseconds: (figure: number) => `${numbers.format(figure)} ms`,
    consumers: 'What follows the log',
    consumersText: 'What reads the log after each change, and how far each of them is.',
    consumerColumns: { name: 'Name', state: 'State', lag: 'Behind', error: 'What keeps it' },
    keepsUp: 'Keeps up',
    catchesUp: 'Catches up',
    fails: 'Fails',
    lag: (figure: number) => count(figure, 'event', 'events'),
    failures: (figure: number) => count(figure, 'failure', 'failures'),
    triesAgain: 'Tries again',
    noFault: 'Nothing.',
    noConsumers: 'Nothing follows the log.',
  },

  settings: {
    lead: 'What holds for everybody here.',
    live: 'This Cairn',
    liveText: 'Holds at once.',
    registration: 'Registration',
    registrationText: 'Who may make an account.',
    modes: registration,
    fallback: (value: string) => `Default: ${value}.`,
    start: 'Read at the start',
    startText: 'Change one by its flag, in the environment or in cairn.json, and start Cairn again.',
    columns: { name: 'Setting', value: 'Value', origin: 'Comes from', about: 'What it does' },
    names: 'Is called',
    empty: 'nothing',
    secret: 'Set, and not shown',
    origins: {
      fallback: 'Default',
      flag: (name: string) => `Flag ${name}`,
      variable: (name: string) => `Variable ${name}`,
      file: (name: string) => `File named in ${name}`,
    },
  },
}
