/**
 * Clock times in words: "at half past six", "9am", "by noon". Where nothing says which half of the day is meant, one to
 * six are of the afternoon and seven to eleven of the morning, unless words around them speak of the evening.
 */
const numbers: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const hour = `(?<hour>\\d{1,2}|${numbers.slice(1).join('|')})`
const half = '(?:\\s*(?<half>[ap])\\.?\\s?m\\b\\.?)'
const part = '(?:\\s+(?:in the |at )(?<part>morning|afternoon|evening|night))'
const noUnit =
  '(?![\\w:/%-])(?!\\s*(?:%|percent|years?|months?|weeks?|days?|people|times|miles|km|kilos?|pounds|dollars|euros|pages|cents|percent|degrees|least|most|(?:st|nd|rd|th)\\b))'

const minutes: Readonly<Record<string, number>> = { five: 5, ten: 10, twenty: 20, quarter: 15, half: 30 }
const patterns: readonly RegExp[] = [
  new RegExp(`(?:\\b(?:at|by|before|around|until|till|from)\\s+)?\\b(?<named>noon|midday|midnight)\\b`, 'iu'),
  new RegExp(
    `(?:\\b(?:at|by|around|about)\\s+)*\\b(?:a\\s+)?(?<minute>half|quarter|five|ten|twenty)\\s+(?<way>past|to|after)\\s+${hour}\\b(?:${half}|${part})?(?:\\s+o['’]?clock)?`,
    'iu',
  ),
  new RegExp(`\\bhalf\\s+(?<halfHour>${numbers.slice(1).join('|')})\\b`, 'iu'),
  new RegExp(`(?:\\b(?:at|by|around|before|until|till)\\s+)?\\b${hour}(?:[:.](?<digits>[0-5]\\d))?${half}`, 'iu'),
  new RegExp(`(?:\\b(?:at|by|around|before|until|till)\\s+)?\\b${hour}[:](?<digits>[0-5]\\d)\\b${part}?`, 'iu'),
  new RegExp(`(?:\\b(?:at|by|around)\\s+)?\\b${hour}\\s+o['’]?clock\\b${part}?`, 'iu'),
  new RegExp(`\\b(?:at|around)\\s+(?:about\\s+|around\\s+)?${hour}(?:[.](?<digits>[0-5]\\d))?${part}`, 'iu'),
  new RegExp(`\\bat\\s+(?:about\\s+|around\\s+)?${hour}(?:[.](?<digits>[0-5]\\d))?${noUnit}`, 'iu'),
]

export interface ClockTime {
  readonly from: number
  readonly to: number
  /** `HH:MM`. */
  readonly time: string
}

/** The first clock time in the words. */
export function findTime(words: string): ClockTime | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words)
    const time = match ? readTime(match, words) : undefined
    if (match && time !== undefined) return { from: match.index, to: match.index + match[0].length, time }
  }
  return undefined
}

/** Groups that took no part in the match are empty. */
const group = (match: RegExpExecArray, name: string): string => match.groups?.[name]?.toLowerCase() ?? ''

function readTime(match: RegExpExecArray, words: string): string | undefined {
  const named = group(match, 'named')
  if (named !== '') return named === 'midnight' ? '23:59' : '12:00'
  const said = numberOf(group(match, 'hour') || group(match, 'halfHour'))
  const shown = said > 23 ? undefined : hourOf(said, group(match, 'half'), group(match, 'part') || partIn(words))
  if (shown === undefined) return undefined
  const minute = minuteOf(match)
  const total = shown * 60 + (group(match, 'way') === 'to' ? 24 * 60 - minute : minute)
  return `${twoDigits(Math.floor(total / 60) % 24)}:${twoDigits(total % 60)}`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

function minuteOf(match: RegExpExecArray): number {
  if (group(match, 'halfHour') !== '') return 30
  return minutes[group(match, 'minute')] ?? Number(group(match, 'digits'))
}

const partIn = (words: string): string =>
  /\b(?:morning|afternoon|evening|tonight|night|dinner)\b/iu.exec(words)?.[0] ?? ''

/** The hour of 24; undefined where what is said is no hour, such as 14 pm. */
function hourOf(said: number, half: string, part: string): number | undefined {
  if (half !== '') return said < 1 || said > 12 ? undefined : (said % 12) + (half === 'p' ? 12 : 0)
  if (said > 12 || said === 0) return said
  if (part !== '') return (said % 12) + (/morning/iu.test(part) ? 0 : 12)
  return said <= 6 ? said + 12 : said
}

function numberOf(word: string): number {
  const spelled = numbers.indexOf(word)
  return spelled > 0 ? spelled : Number(word)
}
