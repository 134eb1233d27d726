/** The diary entries of Lemotif, with what their authors ticked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coreAffectOf } from '../../src/spaces/journey/analyser/emotions/core-affect.ts'
import { labelsOf } from '../../src/spaces/journey/analyser/emotions/crosswalks.ts'
import { parseCsv } from './csv.ts'

export interface DiaryEntry {
  text: string
  emotions: ReadonlySet<string>
  topics: ReadonlySet<string>
  /** Undefined where the feelings are of both sides, or of none; names that are mixed themselves count for neither. */
  side: 'pleasant' | 'unpleasant' | undefined
}

/** `folder` holds the data sets. */
export function readDiary(folder: string): DiaryEntry[] {
  return parseCsv(readFileSync(join(folder, 'lemotif-even.csv'), 'utf8')).map((row) => {
    const emotions = ticked(row, 'f1')
    return { text: row['Answer'] ?? '', emotions, topics: ticked(row, 't1'), side: sideOf(emotions) }
  })
}

function ticked(row: Record<string, string>, group: string): Set<string> {
  const columns = Object.keys(row).filter((name) => name.startsWith(`Answer.${group}.`) && row[name] === 'TRUE')
  return new Set(columns.map((name) => name.split('.')[2] ?? ''))
}

function sideOf(emotions: ReadonlySet<string>) {
  const sides = new Set([...emotions].map(valenceOf))
  if (sides.has('pleasant') === sides.has('unpleasant')) return undefined
  return sides.has('pleasant') ? 'pleasant' : 'unpleasant'
}

/** How pleasant a name of Lemotif is: as the label it is closest to. */
function valenceOf(name: string) {
  const [label] = labelsOf('lemotif', name)
  return label && coreAffectOf(label).valence
}
