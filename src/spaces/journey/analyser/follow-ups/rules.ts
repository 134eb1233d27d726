/**
 * How people say what became of something they meant to do. The group `act` is the verb, in one of the forms given;
 * `thing` is what it is about where no verb is said. A subject may be left out where a sentence begins.
 */
import type { FollowUp } from '../findings.ts'
import { type ElementRule, rule } from '../elements/rules.ts'
import type { ActForm } from '../text/acts.ts'

export interface FollowUpRule extends ElementRule {
  readonly verdict: FollowUp['verdict']
  readonly forms: readonly ActForm[]
}

const lead =
  '(?:(?:and|but|so|then|well|also|yes|yeah|ok|okay|no|anyway|sadly|unfortunately|luckily|honestly|today|yesterday|this morning|this week|this time|last night|last week|earlier) ,? ?)*'
const begins = `(?<=^|[,;:.!…—–(-] |\\b(?:and|but|so|because|that|then|yet) )${lead}`
const self = `${begins}(?:i|we)`
/** The person, or nobody where a note begins: "Finally booked it". */
const selfOrNobody = `(?:${self}|(?<=^|[-*•] )${lead}(?:i )?)`
const adverbs =
  '(?:(?:finally|actually|already|just|really|also|even|now|at last|in the end|indeed|at least|successfully|eventually|today|yesterday|totally|completely|simply|still) )*'
const act = '(?<act>[a-z]+)\\b'
const thing = '(?<thing>(?:the|my|our|that|this|those|these|a|an|all|moving|[a-z]+ing)\\b)'

const make = (
  verdict: FollowUp['verdict'],
  score: number,
  rules: readonly (readonly [string, readonly ActForm[]])[],
): FollowUpRule[] => rules.map(([source, forms]) => ({ ...rule(source, score), verdict, forms }))

/** The first that fits a place wins, so what says more stands before what says less. */
export const followUpRules: readonly FollowUpRule[] = [
  ...make('dropped', 0.8, [
    [`${selfOrNobody} ?(?:have )?${adverbs}decided (?:against|not to) ${act}`, ['base', 'gerund']],
    [`${selfOrNobody} ?(?:have )?${adverbs}decided against ${thing}`, []],
    [
      `${selfOrNobody} ?(?:am |are )?${adverbs}no longer (?:going|plan|planning|intend|intending|want|wanting) (?:to|on) ${act}`,
      ['base', 'gerund'],
    ],
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:gave|given) up (?:on )?(?:the idea of |the plan of )?${act}`, ['gerund']],
    [`${selfOrNobody} ?(?:have )?${adverbs}changed (?:my|our) minds? about ${act}`, ['gerund']],
    [`${selfOrNobody} ?(?:have )?${adverbs}changed (?:my|our) minds? about ${thing}`, []],
    [
      `${selfOrNobody} ?(?:have )?(?:then |just )?(?:cancelled|canceled|called off|scrapped|abandoned|gave up on|given up on) ${thing}`,
      [],
    ],
    [
      `${selfOrNobody} ?(?:have )?${adverbs}dropped (?:the|my|our) (?:idea|plan|plans) (?:of|to|for) ${act}`,
      ['base', 'gerund'],
    ],
    [
      `${selfOrNobody} ?(?:am |are )?(?:will )?not (?:going to )?${act}(?=(?: [a-z']+){0,8} (?:any more|anymore|after all)\\b)`,
      ['base'],
    ],
  ]),
  ...make('not-done', 0.8, [
    [
      `${selfOrNobody} ?${adverbs}have not ${adverbs}(?:been able to|managed to|had (?:the |any )?(?:time|chance|courage|energy|nerve) to|found (?:the )?(?:time|courage|energy) to|bothered to) ${act}`,
      ['base'],
    ],
    [`${selfOrNobody} ?${adverbs}have not ${adverbs}(?:got|gotten) (?:round|around) to ${act}`, ['gerund']],
    [`${selfOrNobody} ?${adverbs}have not ${adverbs}started (?:to )?${act}`, ['gerund', 'base']],
    [`${selfOrNobody} ?${adverbs}have not ${adverbs}${act}`, ['participle']],
    [`${selfOrNobody} ?${adverbs}(?:have yet|have still|still have) to ${act}`, ['base']],
    [
      `${selfOrNobody} ?${adverbs}(?:did not|never) ${adverbs}(?:manage|managed|make it|made it|get|got|find time|found time|find the time|have time|had time|dare|dared|bother|bothered|bring myself|remember|remembered)(?: round| around)? to ${act}`,
      ['base', 'gerund'],
    ],
    [`${selfOrNobody} ?${adverbs}(?:could|can) not ${adverbs}bring myself to ${act}`, ['base']],
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:forgot|forgotten|failed|neglected|omitted) to ${act}`, ['base']],
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:been |kept |keep |keep on )?(?:putting|put) off ${act}`, ['gerund']],
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:been |kept |keep )(?:avoiding|postponing|delaying) ${act}`, ['gerund']],
    [`${selfOrNobody} ?${adverbs}did not ${adverbs}(?:end up )?${act}`, ['base', 'gerund']],
    [`${self} never ${adverbs}${act}`, ['past']],
  ]),
  ...make('begun', 0.75, [
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:started|begun|began) (?:to )?${adverbs}${act}`, ['base', 'gerund']],
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:made a start on|got started on|got started with) ${act}`, ['gerund']],
    [`${selfOrNobody} ?(?:have )?${adverbs}(?:made a start on|got started on|got started with) ${thing}`, []],
    [`${self} am ${adverbs}(?:halfway|half way|partway|part of the way) (?:through|with) ${act}`, ['gerund']],
    [`${self} am ${adverbs}(?:halfway|half way|partway) (?:through|with|done with) ${thing}`, []],
    [
      `${self} have ${adverbs}been ${adverbs}(?<act>working|looking|practising|practicing|preparing|applying|searching|saving|training|reading|writing|sorting|researching|studying|seeing|cutting)\\b`,
      ['gerund'],
    ],
  ]),
  ...make('done', 0.8, [
    [`${selfOrNobody} ?did ${adverbs}(?:end up |manage to |remember to |get to )?${act}`, ['base', 'gerund']],
    [
      `${selfOrNobody} ?(?:have )?${adverbs}(?:managed to|was able to|were able to|remembered to|got myself to|made myself|forced myself to|found the courage to|found the time to|got (?:round|around) to|succeeded in|ended up|made it to) ${act}`,
      ['base', 'gerund'],
    ],
    [`${selfOrNobody} ?(?:have )${adverbs}${act}`, ['participle']],
    [`${selfOrNobody} ?(?:finally|at last|actually|already|eventually|in the end|at least) ${adverbs}${act}`, ['past']],
  ]),
  ...make('done', 0.5, [[`${self} ${adverbs}${act}`, ['past']]]),
]
