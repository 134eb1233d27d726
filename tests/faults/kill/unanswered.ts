/** The server went away before it answered. */
export class Unanswered extends Error {}

/** Also an answer that broke off in the middle counts as none. */
export const isUnanswered = (error: unknown) =>
  error instanceof Unanswered || (error instanceof TypeError && error.message === 'terminated')
