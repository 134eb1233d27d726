/** Every sentence of the shell, the kit and the core's pages, in English. */

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

export const accountWords = {
  open: (name: string) => `Account of ${name}`,
  schemes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  settings: 'Settings',
  keys: 'Keys',
  signOut: 'Sign out',
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
    done: 'Nothing is done yet',
    failed: 'Nothing failed',
    cancelled: 'Nothing was cancelled',
  },
  noJobsText: 'When you add something that takes Cairn a while, its steps can be followed here.',
  changes: 'Recent changes',
  noChanges: 'What you delete, reject or replace can be taken back here for thirty days.',
}

export const settingsWords = {
  title: 'Settings',
  account: 'Account',
  signedInAs: (email: string) => `You sign in as ${email}.`,
  appearance: 'Appearance',
  appearanceText: 'Follows your account to other machines.',
  installation: 'This Cairn',
  installationText: 'Holds for everybody here. Only administrators see this.',
  registration: 'Registration',
  registrationText: 'Who may make an account on this Cairn.',
  registrationChoices: [
    { value: 'closed', label: 'Nobody' },
    { value: 'open', label: 'Anybody who reaches it' },
  ],
}
