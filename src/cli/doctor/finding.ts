/** What a check found: what is, and where it is wrong what to do about it. */
export interface Finding {
  isWell: boolean
  words: string
}

export const well = (words: string): Finding => ({ isWell: true, words })
export const wrong = (words: string): Finding => ({ isWell: false, words })
