/** What a job says about its own failure. Anything else that is thrown is a bug: logged, and tried again. */
export class RetryLater extends Error {
  readonly after: number

  constructor(after: number, words: string) {
    super(words)
    this.name = 'RetryLater'
    this.after = after
  }
}

export class GiveUp extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'GiveUp'
  }
}

/** Why a run was aborted: the person cancelled it. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled')
    this.name = 'Cancelled'
  }
}

/** Why a run was aborted: the server stops, and the job goes back to the queue as it is. */
export class Stopped extends Error {
  constructor() {
    super('The server is stopping')
    this.name = 'Stopped'
  }
}

/** Why a run was left: its children have not ended, and it goes on after them. */
export class Waiting extends Error {
  constructor() {
    super('Waiting for its children')
    this.name = 'Waiting'
  }
}

/** Another holder took the job over; this run must leave no trace. */
export class FencedOff extends Error {
  constructor() {
    super('Another worker holds this job now')
    this.name = 'FencedOff'
  }
}

/** Try again after `milliseconds`. `words` tell the person why it waits. */
export const retryLater = (milliseconds: number, words: string) => new RetryLater(milliseconds, words)

/** Trying again would not help. `words` say what happened, what was kept, and what to do. */
export const giveUp = (words: string) => new GiveUp(words)
