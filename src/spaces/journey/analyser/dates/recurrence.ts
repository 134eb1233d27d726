/** How often something is meant to be done. */
const unit = '(?:day|week|weekend|month|year|morning|afternoon|evening|night|lunchtime)'
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const count = '(?:once|twice|thrice|(?:\\d+|one|two|three|four|five|six|seven|several|a few) times|\\d+x)'

const patterns: readonly RegExp[] = [
  new RegExp(`\\b${count}\\s+(?:a|per|each|every)\\s+${unit}\\b`, 'iu'),
  new RegExp(
    `\\b(?:on\\s+)?(?:every|each)\\s+(?:single\\s+|other\\s+|second\\s+|third\\s+|(?:two|three|four|\\d+)\\s+)?(?:${unit}|${weekday})s?\\b(?:\\s+(?:morning|afternoon|evening|night)\\b)?(?:\\s+and\\s+(?:every\\s+)?${weekday}\\b)?`,
    'iu',
  ),
  new RegExp(`\\b(?:on\\s+)${weekday}s(?:\\s+and\\s+${weekday}s)?\\b`, 'iu'),
  new RegExp(`\\b(?:on\\s+)?(?:weekdays|weekends|week\\s+nights|weeknights)\\b`, 'iu'),
  /\b(?:daily|weekly|fortnightly|monthly|nightly|yearly|day by day)\b/iu,
]

const plain: readonly (readonly [RegExp, string])[] = [
  [/^(?:daily|(?:every|each)\s+(?:single\s+)?day|once\s+(?:a|per|each|every)\s+day)$/iu, 'daily'],
  [/^(?:weekly|(?:every|each)\s+(?:single\s+)?week|once\s+(?:a|per|each|every)\s+week)$/iu, 'weekly'],
  [/^(?:monthly|(?:every|each)\s+(?:single\s+)?month|once\s+(?:a|per|each|every)\s+month)$/iu, 'monthly'],
]

export interface Recurrence {
  readonly from: number
  readonly to: number
  /** `daily`, `weekly`, `monthly`, or the words where they say more. */
  readonly often: string
}

export function findRecurrence(words: string): Recurrence | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words)
    if (!match) continue
    const said = match[0].replace(/\s+/gu, ' ').replace(/^on (?=every|each)/iu, '')
    const often = plain.find(([shape]) => shape.test(said))?.[1] ?? said
    return { from: match.index, to: match.index + match[0].length, often }
  }
  return undefined
}
