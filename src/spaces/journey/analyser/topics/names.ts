/** The topic tree: every leaf hangs on one domain. The lexicon of topics names leaves. */
const leaves = {
  work: ['job', 'workload', 'workplace', 'career'],
  study: ['study', 'exams'],
  money: ['money'],
  home: ['home', 'chores', 'pets', 'relocation'],
  partner: ['partner', 'dating', 'marriage', 'separation', 'infidelity', 'intimacy'],
  self: ['sexuality', 'lgbtq', 'self-esteem', 'identity', 'habits', 'goals'],
  family: ['family', 'grandparents', 'family conflict'],
  parenting: ['parenting', 'custody', 'pregnancy'],
  friends: ['friends', 'social life', 'loneliness'],
  body: ['health', 'illness', 'pain', 'body image'],
  'mental health': [
    'anxiety',
    'depression',
    'stress',
    'anger',
    'trauma',
    'self-harm',
    'eating disorder',
    'addiction',
    'substance use',
    'diagnosis',
    'therapy',
    'therapy ethics',
  ],
  sleep: ['sleep', 'dreams'],
  food: ['food', 'cooking', 'diet'],
  exercise: ['exercise', 'walking', 'sport'],
  leisure: ['leisure', 'games', 'screen', 'reading', 'music', 'creativity', 'travel', 'nature'],
  faith: ['faith', 'meaning'],
  loss: ['loss'],
  conflict: ['conflict'],
  abuse: ['abuse'],
  legal: ['legal'],
} as const

const domainOfLeaf: ReadonlyMap<string, string> = new Map(
  Object.entries(leaves).flatMap(([domain, labels]) => labels.map((label): [string, string] => [label, domain])),
)

export const topicLabels: readonly string[] = [...domainOfLeaf.keys()]

/** Returns undefined when the tree has no such leaf. */
export function domainOf(label: string): string | undefined {
  return domainOfLeaf.get(label)
}
