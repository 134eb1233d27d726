/** Finds what stands or stood in a person's way: struggles, inabilities, lacks, and what they call hard. */
import type { ChallengeFinding, ChallengeTraits } from '../findings.ts'
import { type ChallengeRule, easingRules, openRules, resolvedRules } from './challenge-rules.ts'
import { readChallengeTraits } from './challenge-traits.ts'
import { nameObstacle } from './obstacle.ts'
import { type Proposal, findEnd, proposeElements, readStatement, shortenLabel, writeLabel } from './rules.ts'
import type { Sentence } from '../text/sentence.ts'

/** No rule can match without one of these; most sentences are spared the rules. */
const cue =
  /struggl|wrestl|grappl|battl|fight|trouble|difficult|problem|tough|issue|rough|find|found|not|unable|never|barely|hard|challeng|impossible|exhaust|overwhelm|stress|frustrat|drain|pain|worst|biggest|main|obstacle|stuck|trapped|burn|torn|los[et]|swamp|behind|addict|block|paraly|\bno\b|lack|keep|way|afraid|scared|terrified|anxious|nervous|shy|tired|ashamed|deal|cop|suffer|fail|worr|concern|only|real|greatest|fear|easier|better|less|overc|got over|managed|used to|after/u

const someoneElse = /\b(?:said|says|told|if|not|never|when|wish|no longer|used to|what) (?:that )?$/u

export function readChallenges(sentence: Sentence): ChallengeFinding[] {
  if (sentence.isQuestion || !cue.test(sentence.normal)) return []
  const settled = [...read(sentence, resolvedRules, 'resolved'), ...read(sentence, easingRules, 'easing')]
  return settled.length > 0 ? settled.slice(0, 1) : read(sentence, openRules, 'open').slice(0, 2)
}

function read(sentence: Sentence, rules: readonly ChallengeRule[], standing: ChallengeTraits['standing']) {
  return proposeElements(sentence, rules)
    .filter((proposal) => !isElsewhere(proposal))
    .flatMap((proposal) => describeChallenge(proposal, standing))
}

function isElsewhere({ sentence, match }: Proposal): boolean {
  return someoneElse.test(sentence.normal.slice(0, match.index))
}

function describeChallenge(
  proposal: Proposal<ChallengeRule>,
  standing: ChallengeTraits['standing'],
): ChallengeFinding[] {
  return readStatement(proposal, 'clause').map(({ label: words, said, what, ...stated }) => {
    const traits = readChallengeTraits(`${said} ${what}`, proposal.sentence.normal, standing)
    const label = shortenLabel(nameChallenge(proposal, words))
    return { kind: 'challenge', ...stated, label, challenge: { ...traits, words } }
  })
}

function nameChallenge(proposal: Proposal<ChallengeRule>, what: string): string {
  const { sentence, match, rule } = proposal
  const [from, until] = match.indices?.groups?.['what'] ?? [match.index, match.index]
  // What is empty leaves the whole hit, which reads as a sentence.
  const isSentence = from === until && (rule.frame === 'trouble' || rule.frame === 'doing')
  return nameObstacle({
    frame: isSentence ? 'said' : rule.frame,
    what,
    from: writeFromFrame(proposal) ?? what,
    before: sentence.normal.slice(match.index, from),
  })
}

function writeFromFrame({ sentence, match }: Proposal): string | undefined {
  const { state, act, asked } = match.indices?.groups ?? {}
  const [start] = state ?? act ?? asked ?? []
  if (start === undefined) return undefined
  const from = sentence.normal.slice(0, start).endsWith(' too ') ? start - 'too '.length : start
  const place = sentence.locate(from, findEnd(sentence.normal, match.index + match[0].length, 'clause'))
  return place && writeLabel(sentence.text, place)
}
