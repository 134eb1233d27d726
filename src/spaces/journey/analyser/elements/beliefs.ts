/**
 * Finds what a person holds to be true of self, others, world or future, and tells how it is held. The cues are those of
 * thinking traps (absolutes, should-rules, labels, fortune telling, mind reading, blame), of stated convictions and
 * values, and of beliefs that are doubted or given up.
 */
import type { BeliefFinding } from '../findings.ts'
import { carryingRules, doubtRules, doubtedRules, plainRules, revisedRules } from './belief-rules.ts'
import { readBeliefTraits } from './belief-traits.ts'
import { type Proposal, proposeElements, readStatement } from './rules.ts'
import type { Sentence } from '../text/sentence.ts'
import { trappedRules } from './trapped-rules.ts'

/** No rule can match without one of these; most sentences are spared the rules. */
const cue =
  /\b(?:am|was|feel|will|would|never|not|always|nobody|no|nothing|everyone|everybody|people|should|must|have to|need to|supposed|ought|believed?|convinced|certain|think|know|guess|suppose|me|my|fault|blame|deserve|wrong|if|point|is|are|be|can|can|could|maybe|true|just|only|luck|matter|used|anyone|everything|every|else|other|others|than|as|keep|remember|ruined|destroyed|fooled|let|means|less|waste|fluke|count|must|probably|secretly|behind|special)\b/u

const sureRules = [...revisedRules, ...doubtedRules, ...carryingRules, ...plainRules]

/** A longer sentence is more than one thought, so that what stands before a belief does not colour it. */
const longestThought = 160

const borrowed =
  /\b(?:said|says|say|told|tells|asked|thinks|believes|if|whether|when|wish|wished|what|how|who|why) (?:that )?(?:[a-z]+ )?$/u
const eventual = /\b(?:yesterday|last (?:night|week|month)|this morning|earlier today|forget|want to|going to bed)\b/u

export function readBeliefs(sentence: Sentence): BeliefFinding[] {
  if (!cue.test(sentence.normal)) return []
  if (sentence.isQuestion) return proposeElements(sentence, doubtRules).slice(0, 1).flatMap(describeBelief)
  const sure = keepOwn(proposeElements(sentence, sureRules))
  const beliefs = sure.slice(0, 2).flatMap(describeBelief)
  return beliefs.length > 0 ? beliefs : readTrapped(sentence)
}

function readTrapped(sentence: Sentence): BeliefFinding[] {
  const beliefs = keepOwn(proposeElements(sentence, trappedRules)).flatMap(describeBelief)
  return beliefs.filter(({ belief }) => belief.traps.some((name) => name !== 'emotional reasoning')).slice(0, 2)
}

function keepOwn(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter((proposal) => !isBorrowed(proposal) && !eventual.test(proposal.match[0]))
}

/** What somebody else says is their belief. */
function isBorrowed({ sentence, match }: Proposal): boolean {
  const before = sentence.normal.slice(0, match.index)
  return borrowed.test(before) || (before.match(/["“”]/gu)?.length ?? 0) % 2 === 1
}

function describeBelief(proposal: Proposal): BeliefFinding[] {
  const { sentence, match } = proposal
  return readStatement(proposal, 'thought').map(({ said, what, ...stated }) => {
    const from = match.index + said.length > longestThought ? match.index : findThought(sentence.normal, match.index)
    const whole = sentence.normal.slice(from, match.index + said.length)
    const belief = readBeliefTraits({ said: what, whole, all: sentence.normal, isQuestion: sentence.isQuestion })
    return { kind: 'belief', ...stated, belief }
  })
}

/** A "but" ends one thought and opens another. */
function findThought(normal: string, before: number): number {
  const turn = normal.lastIndexOf(' but ', before)
  return turn < 0 ? 0 : turn + 1
}
