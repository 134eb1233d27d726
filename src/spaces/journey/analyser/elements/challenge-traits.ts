/** Tells what kind of challenge something is, how hard it presses, and whether it is letting go. */
import type { ChallengeTraits } from '../findings.ts'
import { kin } from './phrases.ts'

type Standing = ChallengeTraits['standing']

const relational = new RegExp(
  `\\b(?:${kin}|my (?:in laws|relationship|marriage|neighbou?r)|people|others|strangers|him|her|them|each other|we|us|friends|coworkers|colleagues|relationships?|saying no|say no|talk(?:ing)? to|speak(?:ing)? (?:up|in)|open(?:ing)? up|trust(?:ing)? (?:people|anyone|others|him|her)|argu(?:e|ing|ments?)|fight(?:ing)?|conflicts?|communicat(?:e|ing|ion)|boundar(?:y|ies)|dating|intimacy|make friends|making friends|alone|lonely|ask(?:ing)? for help)\\b`,
  'u',
)
const practical =
  /\b(?:money|time|rent|bills?|debts?|afford|pay|paying|budget|job|jobs|work|workload|deadlines?|schedule|childcare|exams?|homework|paperwork|car|apartment|house|housing|housework|move(?! on)|moving(?! on)|appointments?|computer|commute|landlord|insurance|studying|class|classes|report|project|chores|laundry|cook|cooking|clean|cleaning|organi[sz]ed|tidy)\b/u
const severe =
  /\b(?:extremely|unbearable|impossible|any ?more|completely|desperate|every (?:single )?(?:day|night)|constantly|for (?:years|months)|paraly[sz]ed|terrified|all the time|at all|nothing helps|barely|never|trapped|exhausting|exhausted|can hardly|so (?:hard|difficult|much|overwhelmed|tired|painful)|really (?:hard|difficult|struggling)|too much|worst|hopeless|suffering|agony|breaking)\b/u
const mild =
  /\b(?:a bit|a little|sometimes|slightly|kind of|sort of|somewhat|occasionally|minor|from time to time|now and then|not too|a tad|small)\b/u

export function readChallengeTraits(said: string, all: string, standing: Standing): ChallengeTraits {
  return { nature: tellNature(said), severity: tellSeverity(said), standing: tellStanding(all, standing) }
}

function tellNature(said: string): ChallengeTraits['nature'] {
  if (relational.test(said)) return 'relational'
  return practical.test(said) ? 'practical' : 'internal'
}

function tellSeverity(said: string): ChallengeTraits['severity'] {
  if (mild.test(said)) return 'mild'
  return severe.test(said) ? 'severe' : 'marked'
}

/** The same sentence may tell that what is hard is letting go: "I struggle to sleep, but it is getting better". */
const lettingGo =
  /\bbut (?:[a-z]+ ){0,4}(?:getting|becoming|gotten|is|feels) (?:[a-z]+ ){0,2}(?:better|easier|lighter)\b|\bbut i am (?:[a-z]+ )?(?:learning|improving|making progress)\b/u

function tellStanding(all: string, standing: Standing): Standing {
  return standing === 'open' && lettingGo.test(all) ? 'easing' : standing
}
