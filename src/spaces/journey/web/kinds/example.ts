/** An element to test with. */
import { Element } from '../../contract.ts'

export function elementOf(given: Partial<Omit<Element, 'id' | 'sessionId'>> & { id?: string }): Element {
  const { id = '0', ...rest } = given
  return Element.parse({
    id: uuidOf(id),
    sessionId: uuidOf('ffff'),
    kind: 'emotion',
    label: 'anxious',
    proposedLabel: 'anxious',
    traits: {},
    confidence: 0.7,
    band: 'likely',
    status: 'proposed',
    analyser: 'offline 1.0.0',
    spans: [{ start: 0, end: 1, quote: 'x' }],
    createdAt: 0,
    updatedAt: 0,
    ...rest,
  })
}

const uuidOf = (text: string) => `00000000-0000-7000-8000-${hexOf(text)}`

const hexOf = (text: string) =>
  [...text]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16))
    .join('')
    .padStart(12, '0')
    .slice(-12)
