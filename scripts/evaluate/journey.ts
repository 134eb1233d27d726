/** Measures the offline analyser on public data sets: GoEmotions, Lemotif, and counsel-chat. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyser } from '../../src/spaces/journey/analyser/analyser.ts'
import type { Analysis, TopicFinding } from '../../src/spaces/journey/analyser/findings.ts'
import { crosswalks } from '../../src/spaces/journey/analyser/emotions/crosswalks.ts'
import { emotionClasses, isEmotionClass, isEmotionLabel } from '../../src/spaces/journey/analyser/emotions/names.ts'
import { counselTopics, lemotifTopicNames, lemotifTopics } from './crosswalks.ts'
import { parseCsv } from './csv.ts'
import { readDiary } from './diary.ts'
import { type Judgement, areaUnderCurve, hitRate, macroF1, scoreClass } from './scores.ts'

interface Figure {
  readonly name: string
  readonly value: number
  readonly floor: number
  readonly goal: number
}

const ekmanNames = [...crosswalks.ekman.names, 'neutral']

const analyser = createAnalyser()

/** Prints one line a figure; returns false when one is below its floor. `folder` holds the data sets. */
export function evaluateJourney(folder: string, options: { details: boolean }): boolean {
  const figures = [
    ...measureGoEmotions(folder, options),
    ...measureLemotif(folder, options),
    ...measureCounsel(folder, options),
  ]
  for (const { name, value, floor, goal } of figures) {
    const verdict = value >= goal ? 'goal' : value >= floor ? 'floor' : 'BELOW'
    console.log(
      `${name.padEnd(44)} ${value.toFixed(3)}  floor ${floor.toFixed(3)}  goal ${goal.toFixed(3)}  ${verdict}`,
    )
  }
  return figures.every(({ value, floor }) => value >= floor)
}

function measureGoEmotions(folder: string, options: { details: boolean }): Figure[] {
  const labels = readFileSync(join(folder, 'goemotions-labels.txt'), 'utf8').trim().split(/\s+/u)
  const rows = readFileSync(join(folder, 'goemotions-dev.tsv'), 'utf8').trim().split('\n')
  const fine: Judgement[] = []
  const coarse: Judgement[] = []
  for (const row of rows) {
    const [text = '', numbers = ''] = row.split('\t')
    const gold = new Set(numbers.split(',').map((number) => labels[Number(number)] ?? ''))
    const emotions = analyser.analyse(text).emotions.filter((emotion) => !emotion.negated)
    fine.push({ gold, predicted: orNeutral(emotions.flatMap((emotion) => emotion.goemotions)) })
    coarse.push({ gold: toEkman(gold), predicted: orNeutral(emotions.map((emotion) => emotion.ekman)) })
  }
  if (options.details) printClasses(ekmanNames, coarse)
  if (options.details) printClasses(labels, fine)
  return [
    {
      name: 'GoEmotions, Ekman and neutral, macro-F1',
      value: macroF1(coarse, ekmanNames),
      floor: 0.55,
      goal: 0.6,
    },
    { name: 'GoEmotions, 28 classes, macro-F1', value: macroF1(fine, labels), floor: 0.44, goal: 0.46 },
  ]
}

function orNeutral(names: readonly string[]): Set<string> {
  return new Set(names.length > 0 ? names : ['neutral'])
}

function toEkman(fine: ReadonlySet<string>): Set<string> {
  return new Set([...fine].flatMap((name) => (isEmotionClass(name) ? [emotionClasses[name].ekman] : [name])))
}

/** Valence compares entries with pleasant emotions only to entries with unpleasant ones only. */
function measureLemotif(folder: string, options: { details: boolean }): Figure[] {
  const entries = readDiary(folder).map((entry) => ({ ...entry, analysis: analyser.analyse(entry.text) }))
  const pleasant = entries.filter(({ side }) => side === 'pleasant')
  const unpleasant = entries.filter(({ side }) => side === 'unpleasant')
  const readValence = ({ analysis }: { analysis: Analysis }) => analysis.valence
  const ranked = entries
    .filter(({ topics }) => topics.size > 0)
    .map(({ topics, analysis }) => ({ gold: topics, ranked: rankTopics(analysis.topics, lemotifTopics) }))
  const topics = ranked.map((item) => ({ gold: item.gold, predicted: new Set(item.ranked.slice(0, 1)) }))
  const emotions = entries.map((entry) => ({ gold: entry.emotions, predicted: toLemotif(entry.analysis) }))
  if (options.details) printClasses(lemotifTopicNames, topics)
  if (options.details) printClasses(crosswalks.lemotif.names, emotions)
  return [
    {
      name: `Lemotif valence, AUC (${pleasant.length} against ${unpleasant.length})`,
      value: areaUnderCurve(pleasant.map(readValence), unpleasant.map(readValence)),
      floor: 0.94,
      goal: 0.965,
    },
    { name: 'Lemotif topics, first of 11', value: hitRate(ranked, 1), floor: 0.74, goal: 0.85 },
    { name: 'Lemotif topics, macro-F1', value: macroF1(topics, lemotifTopicNames), floor: 0.687, goal: 0.8 },
    {
      name: 'Lemotif 18 emotions, macro-F1',
      value: macroF1(emotions, crosswalks.lemotif.names),
      floor: 0.36,
      goal: 0.43,
    },
  ]
}

/** People tick what they felt themselves, not what others felt or what they only imagined. */
function toLemotif(analysis: Analysis): Set<string> {
  const present = analysis.emotions.filter(
    ({ negated, experiencer, tense }) => !negated && experiencer === 'self' && tense !== 'hypothetical',
  )
  return new Set(present.flatMap(({ label }) => (isEmotionLabel(label) ? crosswalks.lemotif.namesOf(label) : [])))
}

/** Ranks foreign topics by the summed evidence of their leaves: the score of a leaf halves what is missing to 1. */
function rankTopics(
  topics: readonly TopicFinding[],
  table: Readonly<Record<string, Readonly<Record<string, number>>>>,
): string[] {
  const sums = new Map<string, number>()
  for (const { label, domain, score } of topics) {
    const evidence = -Math.log2(1 - Math.min(score, 0.999))
    for (const [name, weight] of Object.entries(table[label] ?? table[domain] ?? {})) {
      sums.set(name, (sums.get(name) ?? 0) + weight * evidence)
    }
  }
  return [...sums].sort((left, right) => right[1] - left[1]).map(([name]) => name)
}

function measureCounsel(folder: string, options: { details: boolean }): Figure[] {
  const items = parseCsv(readFileSync(join(folder, 'counsel-chat-even.csv'), 'utf8')).map((row) => ({
    gold: new Set([row['topic'] ?? '']),
    ranked: rankTopics(analyser.analyse(`${row['title']}\n\n${row['text']}`).topics, counselTopics),
  }))
  if (options.details) {
    const names = [...new Set(items.flatMap(({ gold }) => [...gold]))]
    printClasses(
      names,
      items.map(({ gold, ranked }) => ({ gold, predicted: new Set(ranked.slice(0, 1)) })),
    )
  }
  return [
    { name: 'counsel-chat topics, first', value: hitRate(items, 1), floor: 0.67, goal: 0.78 },
    { name: 'counsel-chat topics, among the first three', value: hitRate(items, 3), floor: 0.82, goal: 0.92 },
  ]
}

function printClasses(names: readonly string[], judgements: readonly Judgement[]): void {
  for (const name of names) {
    const gold = judgements.filter((judgement) => judgement.gold.has(name)).length
    const said = judgements.filter((judgement) => judgement.predicted.has(name)).length
    console.log(`  ${name.padEnd(28)} F1 ${scoreClass(judgements, name).toFixed(3)}  gold ${gold}  said ${said}`)
  }
}
