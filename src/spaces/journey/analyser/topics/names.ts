/** The topic tree: sixteen domains of life, every leaf on one of them. The lexicon of topics names leaves. */
const leaves = {
  work: ['job', 'workload', 'workplace', 'career', 'job search', 'retirement'],
  study: ['study', 'exams', 'learning'],
  money: ['money', 'debt'],
  home: ['home', 'chores', 'pets', 'relocation', 'getting around', 'legal'],
  partner: ['partner', 'dating', 'marriage', 'trust', 'intimacy', 'infidelity', 'separation', 'abuse'],
  family: ['family', 'parents', 'siblings', 'grandparents', 'in-laws', 'family conflict', 'loss'],
  parenting: ['parenting', 'babies', 'teenagers', 'custody', 'pregnancy'],
  friends: ['friends', 'social life', 'loneliness', 'conflict', 'bullying'],
  body: ['health', 'medical care', 'illness', 'pain', 'body image'],
  'mental health': [
    'anxiety',
    'panic',
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
  leisure: ['leisure', 'games', 'screen', 'social media', 'reading', 'music', 'creativity', 'travel', 'nature'],
  faith: ['faith', 'meaning'],
  self: ['self-esteem', 'boundaries', 'identity', 'sexuality', 'lgbtq', 'habits', 'goals'],
} as const

const domainOfLeaf: ReadonlyMap<string, string> = new Map(
  Object.entries(leaves).flatMap(([domain, labels]) => labels.map((label): [string, string] => [label, domain])),
)

export const topicLabels: readonly string[] = [...domainOfLeaf.keys()]

/** Returns undefined when the tree has no such leaf. */
export function domainOf(label: string): string | undefined {
  return domainOfLeaf.get(label)
}

const company: ReadonlySet<string> = new Set([
  ...leaves.parenting,
  ...['partner', 'dating', 'marriage', 'family', 'parents', 'siblings', 'grandparents', 'in-laws', 'friends', 'job'],
])

const matters: ReadonlySet<string> = new Set([
  ...leaves['mental health'],
  ...['trust', 'intimacy', 'infidelity', 'separation', 'abuse', 'family conflict', 'loss', 'legal', 'sleep'],
  ...['self-esteem', 'sexuality', 'lgbtq', 'habits'],
])

/** Whether a leaf names who or what was there: beside a matter, that is its background. */
export function isCompany(label: string): boolean {
  return company.has(label)
}

/** Whether a leaf names something that happens to people or between them. */
export function isMatter(label: string): boolean {
  return matters.has(label)
}
