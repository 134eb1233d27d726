/**
 * Patterns of people made of real diary entries, two a session, read by the analyser as any session is: what is planted
 * is which entries a person wrote, by what their authors ticked.
 */
import { createAnalyser, type Analyser } from '../../src/spaces/journey/analyser/analyser.ts'
import { domainOf } from '../../src/spaces/journey/analyser/topics/names.ts'
import { findingsOf } from '../../src/spaces/journey/analysis/store-analysis.ts'
import type { Pattern } from '../../src/spaces/journey/patterns/contract.ts'
import { findPatterns } from '../../src/spaces/journey/patterns/finding/find-patterns.ts'
import { dayOf, type ReadSession } from '../../src/spaces/journey/patterns/reading/record.ts'
import { readRows } from '../../src/spaces/journey/patterns/reading/rows.ts'
import { wilson } from '../../src/spaces/journey/patterns/statistics/wilson.ts'
import { createChance, type Chance } from '../../tests/world/chance.ts'
import { readDiary, type DiaryEntry } from './diary.ts'

interface Plant {
  /** Draws the entries of a session at this place, from 0 to 1. */
  draw(place: number, chance: Chance): readonly DiaryEntry[]
  checks: readonly Check[]
}

interface Check {
  name: string
  found(patterns: readonly Pattern[]): boolean
  /** Of those with 40 sessions, and with 80. */
  least?: readonly [number, number]
  most?: number
}

const sizes = [40, 80]
const people = 100
const seed = 20_260_302
const lastDay = 20_000
const daysBetween = 3
const aboutWork = 0.3
const hurting = 0.7
const mostFalse = 0.06

/** Prints of how many people each was found; returns false where that lies beyond its bound by more than chance. */
export function evaluatePatterns(folder: string): boolean {
  const analyser = createAnalyser()
  const verdicts = plantsOf(readDiary(folder)).flatMap(({ draw, checks }) =>
    sizes.flatMap((sessions, size) => {
      const read = Array.from({ length: people }, (_, i) => {
        const chance = createChance(seed + i)
        const made = Array.from({ length: sessions }, (_, number) =>
          readSession(draw(number / (sessions - 1), chance), number, analyser),
        )
        return findPatterns({ sessions: made, actions: [], links: [], today: dayOf(lastDay) }).patterns
      })
      return checks.map((check) => judge(check, { sessions, size, hits: read.filter(check.found).length }))
    }),
  )
  return verdicts.every(Boolean)
}

function judge(
  { name, least, most = 1 }: Check,
  { sessions, size, hits }: Record<'sessions' | 'size' | 'hits', number>,
) {
  const floor = least?.[size] ?? 0
  const { low, high } = wilson(hits, people)
  const isRight = high >= floor && low <= most
  const bound = least ? `floor ${floor.toFixed(2)}` : `at most ${most.toFixed(2)}`
  console.log(
    `${name.padEnd(44)} ${sessions} sessions  ${(hits / people).toFixed(2)}  ${bound}  ${isRight ? '' : 'WRONG'}`,
  )
  return isRight
}

/** Bounds are those that were measured of entries of this kind before. */
function plantsOf(entries: readonly DiaryEntry[]): Plant[] {
  const heavy = entries.filter(({ side }) => side === 'unpleasant')
  const light = entries.filter(({ side }) => side === 'pleasant')
  const work = entries.filter(({ topics }) => topics.has('work'))
  const other = entries.filter(({ topics }) => !topics.has('work'))
  const hurts = work.filter(({ emotions }) => emotions.has('frustrated') || emotions.has('anxious'))
  const easy = work.filter((entry) => !hurts.includes(entry))
  const heavyBy = (share: (place: number) => number) => (place: number, chance: Chance) =>
    twice(() => chance.pick(chance.happens(share(place)) ? heavy : light))
  return [
    {
      draw: (_, chance) => twice(() => chance.pick(entries)),
      checks: [
        { name: 'nothing: a trend of pleasantness', found: has('trend', isMood), most: mostFalse },
        { name: 'nothing: another trend', found: has('trend', isOther), most: mostFalse },
        { name: 'nothing: a turn of pleasantness', found: has('turning-point', isMood), most: mostFalse },
        { name: 'nothing: another turn', found: has('turning-point', isOther), most: mostFalse },
        { name: 'nothing: a return, weekday or streak', found: has('recurrence', () => true), most: mostFalse },
        { name: 'nothing: a link', found: has('link', () => true), most: mostFalse },
      ],
    },
    {
      draw: heavyBy((place) => 0.7 - 0.6 * place),
      checks: [{ name: 'heavy entries fall from 0.7 to 0.1: trend', found: has('trend', isMood), least: [0.63, 0.88] }],
    },
    {
      draw: heavyBy((place) => (place < 0.5 ? 0.1 : 0.6)),
      checks: [{ name: 'a step from 0.1 to 0.6: turn', found: has('turning-point', isMood), least: [0.8, 0.97] }],
    },
    {
      draw: (_, chance) =>
        twice(() => chance.pick(chance.happens(aboutWork) ? (chance.happens(hurting) ? hurts : easy) : other)),
      checks: [
        { name: 'work hurts 7 times of 10: pair', found: has('co-occurrence', isHurtByWork), least: [0.36, 0.79] },
      ],
    },
  ]
}

const twice = (draw: () => DiaryEntry) => [draw(), draw()]

const has = (kind: Pattern['kind'], is: (pattern: Pattern) => boolean) => (patterns: readonly Pattern[]) =>
  patterns.some((pattern) => pattern.kind === kind && is(pattern))

const isMood = ({ subjects }: Pattern) => subjects[0]?.kind === 'valence'
const isOther = (pattern: Pattern) => !isMood(pattern)
const hurt = ['anger', 'fear', 'unpleasant feelings']

function isHurtByWork({ subjects: [topic, second], effect }: Pattern) {
  const label = topic?.label ?? ''
  if (label !== 'work' && domainOf(label) !== 'work') return false
  return second?.kind === 'valence' ? effect.value < 0 : hurt.includes(second?.label ?? '')
}

/** By way of the rows that an analysis is stored in. */
function readSession(entries: readonly DiaryEntry[], number: number, analyser: Analyser): ReadSession {
  const id = idOf(number, 0)
  const analysis = analyser.analyse(entries.map(({ text }) => text).join('\n\n'))
  const session = {
    id,
    date: dayOf(lastDay + (number - Math.max(...sizes)) * daysBetween),
    title: '',
    valence: analysis.valence,
    passages: JSON.stringify(analysis.passages),
    words: null,
  }
  const elements = findingsOf(analysis).map(({ kind, key, label, traits, spans }, i) => ({
    id: idOf(number, i + 1),
    session_id: id,
    kind,
    key,
    label,
    proposed_label: label,
    traits: JSON.stringify(traits),
    spans: JSON.stringify(spans),
  }))
  const [read] = readRows({ sessions: [session], elements })
  if (!read) throw new Error('A row that was made was not read')
  return read
}

const idOf = (session: number, element: number) =>
  `00000000-0000-7000-8000-${(session * 1000 + element).toString(16).padStart(12, '0')}`
