/** Words for what is told of an element beside its name. */
export const traitWords = {
  someoneElse: 'someone else',
  tenses: { future: 'still to come', hypothetical: 'imagined' },
  beliefStandings: { questioned: 'in doubt', revised: 'no longer believed' },
  supporting: 'carries you',
  forms: { rule: 'a rule', value: 'a value' },
  natures: { internal: 'within you', relational: 'between people', practical: 'practical' },
  challengeStandings: { easing: 'getting easier', resolved: 'overcome' },
  severe: 'weighs heavily',
  sorts: {
    cause: 'a cause',
    pattern: 'a pattern',
    reframe: 'another view',
    decision: 'a decision',
    lesson: 'a lesson',
  },
} as const
