/** Every sentence of the shell, the kit and the core's pages, in English. */
import type { JobWords } from './space.ts'

export const productName = 'Cairn'

/** What the browser's tab says. */
export const titleOf = (page: string) => `${page} · ${productName}`

const numbers = new Intl.NumberFormat()

export const kitWords = {
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  tryAgain: 'Try again',
  loadMore: 'Show more',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'It is selected: copy it with Ctrl C.',
  pauseLeft: (seconds: number) => `${numbers.format(seconds)} ${seconds === 1 ? 'second' : 'seconds'} left.`,
  pauseOver: 'You can try again now.',
  undone: (sentence: string) => `Taken back: ${sentence}`,
  unreachable: {
    title: 'Cairn cannot be reached',
    detail: 'The server does not answer. Check that it is running and that you are on its network, then try again.',
  },
  pageFault: {
    title: 'This page has a fault',
    detail: 'Something went wrong in this page, not in what you wrote. Load it again; what was saved is still there.',
  },
}

export const jobWords = {
  progress: 'How far this is',
  waiting: 'Waiting for its turn',
  waitsAgain: 'Waiting to try again',
  waitsForParts: 'Waiting for its parts',
  partsOf: (ended: number, total: number) => `${numbers.format(ended)} of ${numbers.format(total)} parts are through`,
  working: 'Working',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'This did not work out.',
  stepOf: (step: string, done: number, total: number) => `${step}… ${numbers.format(done)} of ${numbers.format(total)}`,
  kept: (steps: readonly string[]) =>
    steps.length === 0
      ? 'What you gave is kept. Trying again starts at the beginning.'
      : `What you gave is kept, and so is: ${steps.join(', ').toLowerCase()}. Trying again continues after that.`,
  states: {
    queued: 'Waiting',
    running: 'Running',
    waiting: 'Waiting for its parts',
    done: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
}

export const shellWords = {
  skip: 'Skip to the content',
  brand: 'Cairn, to the home page',
  navigation: 'Places',
  home: 'Home',
  activity: 'Activity',
  settings: 'Settings',
  add: 'Add',
  search: 'Search everything',
  searchHint: 'Search',
  searchKey: 'Ctrl K',
  keys: 'Keys',
  keyHints: [
    { keys: '/', does: 'Search everything' },
    { keys: 'Ctrl K', does: 'Search everything, also while typing' },
    { keys: '?', does: 'Show this list' },
    { keys: 'Esc', does: 'Close what is open' },
  ],
  httpsTitle: 'About this connection',
  https:
    'This page came over plain HTTP: others on this network could read along. HTTPS also brings the microphone and notifications.',
}

export const trayWords = {
  title: 'Running now',
  open: (running: number) =>
    running === 0 ? 'Activity: nothing is running' : `Activity: ${numbers.format(running)} running`,
  empty: 'Nothing is running. What you start shows up here.',
  all: 'All activity',
}

export const bellWords = {
  title: 'Notifications',
  open: (unread: number) =>
    unread === 0 ? 'Notifications: nothing unread' : `Notifications: ${numbers.format(unread)} unread`,
  /** In the small badge. */
  count: (unread: number) => (unread > 99 ? '99+' : String(unread)),
  empty: 'Nothing has happened that you should know of.',
  unread: 'Unread.',
  read: (title: string) => `Mark as read: ${title}`,
  readAll: 'Mark all as read',
  show: 'Show',
  more: (others: number) => `${numbers.format(others)} more in the list.`,
}

export const accountWords = {
  open: (name: string) => `Account of ${name}`,
  schemes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  settings: 'Settings',
  keys: 'Keys',
  signOut: 'Sign out',
}

export const administratorsOnlyWords = {
  title: 'Only administrators can open this page',
  text: 'Ask the person who runs this Cairn if something here has to change.',
}

export const notFoundWords = {
  title: 'Nothing is here',
  text: 'This address leads nowhere. It may have been deleted, or the link is incomplete.',
  home: 'Go to the home page',
}

export const doorWords = {
  line: 'A home for what you record, collect, measure and declare.',
  email: 'E-mail',
  name: 'Your name',
  nameHint: 'How Cairn should call you.',
  password: 'Password',
  newPasswordHint: (least: number) =>
    `At least ${least} characters. A short sentence is easier to remember than a riddle.`,
  signInTitle: 'Sign in',
  signIn: 'Sign in',
  registerTitle: 'Make an account',
  register: 'Make the account',
  noAccount: 'New here?',
  toRegister: 'Make an account',
  hasAccount: 'You have an account already?',
  toSignIn: 'Sign in',
  closedTitle: 'Registration is closed',
  closed: 'Ask the person who runs this Cairn for an account.',
  invitationTitle: 'You need an invitation',
  invitation: 'Open the link of your invitation. If you have none, ask the person who runs this Cairn for one.',
  toJoin: 'Paste the link',
  joinTitle: 'You are invited',
  joinLead: 'Make an account on this Cairn. The invitation works once.',
  joinLinkHint: 'It came with your invitation. Paste the whole link or its token.',
  invitedAddress: 'The invitation is for this address.',
  signedInTitle: 'You are signed in',
  signedIn: (email: string) =>
    `You are here as ${email}, and an invitation makes a new account. Signing out does not use it up.`,
  signOut: 'Sign out and go on',
  stay: 'Stay signed in',
  resetTitle: 'Choose a new password',
  resetLead: 'The link works once. All your sign-ins end, here and elsewhere; your keys go on working.',
  resetLinkHint: 'An administrator gave it to you. Paste the whole link or its token.',
  newPassword: 'New password',
  reset: 'Set the new password',
  resetDoneTitle: 'The new password holds',
  resetDone: 'Sign in with it. Everything of yours is as it was.',
  forgotten: 'If you forgot your password, ask the person who runs this Cairn for a reset link.',
  firstRunTitle: 'Set up Cairn',
  firstRunLead:
    'Make the first account. It is the administrator’s: it may open registration and change how Cairn works.',
  firstRunDone: 'This Cairn has its administrator already.',
  link: 'One-time link',
  linkHint: 'It was printed where the server started. Paste the whole link or its token.',
  makeAdministrator: 'Make the administrator',
}

export const firstStepsWords = {
  title: (name: string) => `Welcome, ${name}`,
  lead: 'What would you like to try first? You can do the others later.',
  none: 'Everything is set up.',
  home: 'Look around first',
}

export const homeWords = {
  title: 'Home',
  greet: (hour: number, name: string) => `${greetingAt(hour)}, ${name}`,
  beginning: 'Where to begin',
}

export const sampleWords = {
  title: 'Sample data',
  load: 'Try with sample data',
  loadHint: 'Half a year of somebody who does not exist. Gone again in one click.',
  loading: 'Putting it on your shelves…',
  loaded: 'Somebody who does not exist lives here, too: you are looking at sample data.',
  remove: 'Remove the sample data',
  removed: 'The sample data is gone. What is yours stayed.',
}

function greetingAt(hour: number) {
  if (hour < 5) return 'Good night'
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}

export const searchWords = {
  title: 'Search',
  titleFor: (words: string) => `Search: ${words}`,
  empty: 'What are you looking for?',
  nothing: (words: string) => `Nothing was found for “${words}”`,
  tips: [
    { example: 'garden letter', finds: 'both words, anywhere' },
    { example: '"letter to my sister"', finds: 'exactly this phrase' },
    { example: 'garden -winter', finds: 'without the second word' },
    { example: 'kind:session', finds: 'only things of this kind' },
    { example: 'tag:work', finds: 'only things with this tag' },
  ],
}

export const activityWords = {
  title: 'Activity',
  lead: 'What Cairn works on for you, and what you can take back.',
  jobs: 'Work',
  filter: 'Which work is shown',
  all: 'All',
  noJobs: {
    all: 'No work yet',
    queued: 'Nothing waits',
    running: 'Nothing is running',
    waiting: 'Nothing waits for its parts',
    done: 'Nothing is done yet',
    failed: 'Nothing failed',
    cancelled: 'Nothing was cancelled',
  },
  noJobsText: 'When you add something that takes Cairn a while, its steps can be followed here.',
  changes: 'Recent changes',
  noChanges: 'What you delete, reject or replace can be taken back here for thirty days.',
}

/** By kind: what a person can choose to hear of, in their own voice. */
export const notificationKinds: Record<string, string> = {
  'jobs.job-stopped': 'Something I started could not be finished',
  'account.replay-refused': 'An old sign-in of mine was used again',
  'account.reset-link-made': 'An administrator made a link for my new password',
  'account.password-changed': 'My password was changed',
}

/** What administrators hear of besides. */
export const administratorKinds: Record<string, string> = {
  'jobs.any-job-stopped': 'Work of somebody here stopped for good',
}

/** Work of the core itself, by kind. */
export const coreJobs: Record<string, JobWords> = {
  'account.export': {
    title: 'Packing all that is yours',
    steps: { pack: 'Packing', keep: 'Putting it among your files' },
    pathOf: () => '/settings/account',
  },
}

export const settingsWords = {
  notifications: 'Notifications',
  notificationsText: 'What the bell tells you. Whatever you leave out still stands in its list.',
  title: 'Settings',
  account: 'Account',
  signedInAs: (email: string) => `You sign in as ${email}.`,
  toAccount: 'Name, password, sign-ins and keys',
  appearance: 'Appearance',
  appearanceText: 'Follows your account to other machines.',
  installation: 'This Cairn',
  installationText: 'Who may register, who is here and how Cairn is doing. Only administrators see this.',
  toAdministration: 'Open the administration',
}
