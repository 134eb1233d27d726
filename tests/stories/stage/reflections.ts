/** Reflections to write, and what a story takes as written. */
import { journeyApi, type Session } from '../../../src/spaces/journey/contract.ts'
import { eventually } from '../../world/world.ts'
import type { Person } from './person.ts'

/** Holds something of every kind that Cairn looks for. */
export const talk = {
  title: 'The talk',
  text: `I barely slept before the talk at work. I was terrified that I would forget everything, and I kept thinking that I am not good enough for this job.

My sister called in the evening. She was proud of me, and I felt so relieved that I cried. I realised that I always wait for other people to tell me that I did well.

The hardest part is saying no to my boss. I struggle to find time for my family, and I feel guilty when I come home late.

Tomorrow I will talk to my boss about my hours. I am going to call my sister every Sunday.`,
}

export const garden = {
  title: 'In the garden',
  text: 'I planted tomatoes with my sister and felt calm for the first time in weeks. I was proud of the little greenhouse.',
}

/** There is no analyser for this language. */
export const park = {
  title: 'В парке',
  text: 'Сегодня я долго гулял в парке и думал о том, что мне пора отдохнуть. Вечером позвонила сестра, и стало легче.',
}

interface Reflection {
  title: string
  text: string
  date?: string
}

/** Writes and saves on the page for it, with the mouse, and waits until the session is there. */
export async function write({ page, open }: Person, { title, text }: Reflection): Promise<void> {
  await open('/journey/write')
  await page.getByLabel('Title', { exact: true }).fill(title)
  await page.getByLabel('What is on your mind?').fill(text)
  await page.getByRole('button', { name: 'Save and understand' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Saves without the pages. */
export async function save(person: Person, { text, ...heading }: Reflection): Promise<Session> {
  const journey = person.client(journeyApi)
  const session = await journey.createSession({ body: heading })
  await journey.addContent({ sessionId: session.id, body: { text } })
  return session
}

/** Saves without the pages and waits until it is understood. */
export async function saveUnderstood(person: Person, reflection: Reflection): Promise<Session> {
  const { id: sessionId } = await save(person, reflection)
  const journey = person.client(journeyApi)
  return eventually(
    () => journey.getSession({ sessionId }),
    ({ state }) => state === 'ready',
  )
}
