/**
 * Reads drawn transcripts: words of the lexicons, cues, marks, halves of characters and noise, in any order. Every quote
 * must stand where its span says, every analysis must have the agreed shape, and reading again must give the same bytes.
 */
import { type Analyser, createAnalyser } from '../../../src/spaces/journey/analyser/analyser.ts'
import { type Analysis, analysisSchema } from '../../../src/spaces/journey/analyser/findings.ts'
import { readLexicon } from '../../../src/spaces/journey/analyser/text/lexicon.ts'
import { type Chance, createChance } from '../../world/chance.ts'
import type { RunOptions } from '../run-options.ts'
import type { Verdict } from '../verdict.ts'

const cues =
  'I|my boss|she|was|not|never|will|would be|if|because|who|"|“|”|,|.|?|!|…|\n|\n\n|- |yesterday|tomorrow at 5|am|felt|made me|used to|no longer|I realised that|should|\r\n|\0|\uD800|\uDC00|👩‍👩‍👧|İ|если|今日は|\u202E|e\u0301|😂'.split(
    '|',
  )
const longest = 60
/** One in so many transcripts is read again by an analyser that has read others before. */
const again = 10

export function runSpans({ count, seed }: RunOptions): Promise<Verdict> {
  const chance = createChance(seed)
  const terms = [...readLexicon('emotions'), ...readLexicon('topics')].map(([, term = '']) => term.replaceAll('*', 's'))
  const analyser = createAnalyser()
  const another = createAnalyser()
  const violations: string[] = []
  let spans = 0
  for (let round = 0; round < count; round += 1) {
    const text = drawTranscript(chance, terms)
    const analysis = analyser.analyse(text, { day: '2026-03-02' })
    spans += spansOf(analysis).length
    violations.push(...judge(text, analysis).map((words) => `transcript ${round}: ${words}`))
    if (round % again === 0 && !isSame(another, text, analysis)) violations.push(`transcript ${round}: other bytes`)
  }
  return Promise.resolve({ figures: `${count} transcripts with ${spans} spans`, violations })
}

function drawTranscript(chance: Chance, terms: readonly string[]): string {
  const pieces = Array.from({ length: chance.between(0, longest) }, () => {
    if (chance.happens(0.45)) return chance.pick(terms)
    return chance.happens(0.9) ? chance.pick(cues) : String.fromCharCode(chance.between(0, 0xffff))
  })
  return pieces.join(chance.happens(0.9) ? ' ' : '')
}

function spansOf({ emotions, topics, elements, followUps, crisis }: Analysis) {
  const findings = [...emotions, ...topics, ...elements].flatMap((finding) => finding.spans)
  return [...findings, ...[...followUps, ...crisis].map(({ span }) => span)]
}

function judge(text: string, analysis: Analysis): string[] {
  const shape = analysisSchema.safeParse(analysis)
  const wrong = spansOf(analysis).filter(({ start, end, quote }) => text.slice(start, end) !== quote)
  return [
    ...(shape.success ? [] : [`the shape is not as agreed: ${shape.error.message}`]),
    ...wrong.map(({ start, quote }) => `${JSON.stringify(quote)} does not stand at ${start}`),
  ]
}

function isSame(analyser: Analyser, text: string, analysis: Analysis): boolean {
  return JSON.stringify(analyser.analyse(text, { day: '2026-03-02' })) === JSON.stringify(analysis)
}
