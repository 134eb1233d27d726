/** What a fault run answers. */
export interface Verdict {
  /** What was done and counted, in one line. */
  figures: string
  /** What should never have happened, in plain words. */
  violations: string[]
}
