/** Tells what an insight is of: a cause, a pattern, another view, a decision, or a lesson. */
import type { InsightTraits } from '../findings.ts'

type Sort = InsightTraits['sort']

const decision =
  /^(?:that )?(?:i|we) (?:really |just |now |also |actually )*(?:need|want|have to|must|should|will|am going to|would rather|can not keep|am ready|choose|am done|have had enough|do not want|no longer want|deserve)\b|\b(?:it is|was) time (?:to|for)\b/u
const cause =
  /\b(?:because|the reason|reason (?:why|i)|due to|comes? from|came from|stems? from|caused? by|that is why|explains?|leads? to|is linked|are linked|connected to|result of|rooted in)\b|^why\b|\b(?:makes?|keeps?|leaves?|drains?|brings? out|drives?) (?:most of )?(?:me|my)\b/u
const pattern =
  /\b(?:whenever|every time|always|pattern|tend to|keep (?:on )?[a-z]+ing|again and again|over and over|each time|usually|often|every single time|repeating|habit)\b|^(?:that )?i (?:avoid|push|hide|shut|run|withdraw|compare|overreact|procrastinate|apologi[sz]e)\b|\bwhen(?:ever)? i\b.* i\b|^(?:that )?(?:i|we) (?:never|[a-z]+ (?:when|best|better))\b/u
const otherView =
  /\b(?:not (?:about|my|the|really|actually|as|a|an|what|all|mean)|never about|does not have to|just|rather than|instead of|maybe|it is ok(?:ay)?|do not (?:have|need) to|allowed|actually|was only|were only|not so|isn|was not|were not|is not|are not|more than)\b/u
const lesson =
  /\b(?:learn(?:ed|t|ing)?(?! to (?:see|accept|understand))|lesson|takeaway|taught|teaches|remind(?:ed|s)?|truth|moral)\b/u

/** `said` holds the words of realisation, `what` only what was realised. */
export function tellSort(said: string, what: string): Sort {
  if (cause.test(what) || /\breason\b/u.test(said)) return 'cause'
  if (decision.test(what)) return 'decision'
  if (pattern.test(what) || /\bpattern\b/u.test(said)) return 'pattern'
  if (otherView.test(what)) return 'reframe'
  return lesson.test(said) || isGeneral(what) ? 'lesson' : 'reframe'
}

/** "Rest matters" holds for everybody; "she was afraid" is another view of one thing. */
function isGeneral(what: string): boolean {
  return (
    /^(?:that )?(?:[a-z]+ing|people|life|you|we|everyone|happiness|love|money|time|most|no one|nobody|rest|[a-z]+) (?:[a-z]+ )?(?:is|are|matters?|takes?|needs?|can|does|do)\b/u.test(
      what,
    ) && !/^(?:that )?(?:i|he|she|it|my|this)\b/u.test(what)
  )
}
