/** What stands beside an element's name, in words: how a belief is meant, where a challenge stands, whose a feeling is. */
import type { Element, ElementTraits } from '../../contract.ts'
import { traitWords } from './words.ts'

/** The most telling first; nothing for what goes without saying: a feeling of one's own, of now or, in a diary, of that day. */
export function traitsInWords({ kind, traits }: Pick<Element, 'kind' | 'traits'>): string[] {
  switch (kind) {
    case 'emotion':
      return describeEmotion(traits)
    case 'belief':
      return traits.belief ? describeBelief(traits.belief) : []
    case 'challenge':
      return traits.challenge ? describeChallenge(traits.challenge) : []
    case 'insight':
      return traits.insight ? [traitWords.sorts[traits.insight.sort]] : []
    case 'topic':
    case 'action':
      return []
  }
}

function describeEmotion({ experiencer, tense = 'now' }: ElementTraits): string[] {
  return [
    ...(experiencer === 'other' ? [traitWords.someoneElse] : []),
    ...(tense === 'now' || tense === 'past' ? [] : [traitWords.tenses[tense]]),
  ]
}

function describeBelief({ form, stance, standing, traps }: NonNullable<ElementTraits['belief']>): string[] {
  return [
    ...(standing === 'held' ? [] : [traitWords.beliefStandings[standing]]),
    ...(stance === 'supporting' ? [traitWords.supporting] : []),
    ...(form === 'rule' || form === 'value' ? [traitWords.forms[form]] : []),
    ...traps,
  ]
}

function describeChallenge({ nature, severity, standing }: NonNullable<ElementTraits['challenge']>): string[] {
  return [
    ...(standing === 'open' ? [] : [traitWords.challengeStandings[standing]]),
    traitWords.natures[nature],
    ...(severity === 'severe' && standing === 'open' ? [traitWords.severe] : []),
  ]
}
