import { expect, test } from 'vitest'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { createWorld, register } from '../../../../tests/world/world.ts'
import { journeyApi } from '../contract.ts'
import { journey } from '../space.ts'

const sentences = [
  'I was so anxious about work today.',
  'I always fail at presentations 😀.',
  'I will call my sister tomorrow.',
  'I realised that I need more sleep.',
  'My manager ignored me and I felt small.\r\n',
]
const characters = 2_000_000
const text = Array.from(
  { length: characters / 30 },
  (_, i) => `${sentences[i % sentences.length]} On day ${i} it rained.`,
)
  .join(' ')
  .slice(0, characters)

test(
  'two million characters are taken at once, kept whole, and analysed while others are served',
  { timeout: 120_000 },
  async () => {
    await using world = await createWorld({ spaces: [journey] })
    const member = await register(world)
    const api = member.client(journeyApi)
    const { id: sessionId } = await api.createSession({ body: {} })
    const { job } = await api.addContent({ sessionId, file: new File([text], 'year.txt') })
    expect(job.state).not.toBe('done')
    const waits: number[] = []
    const ended = untilEnded(member, job, { within: 100_000 })
    let state: string | undefined
    void ended.then((one) => (state = one.state))
    while (state === undefined) {
      const asked = performance.now()
      await api.listSessions()
      waits.push(performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(state).toBe('done')
    expect(waits.toSorted((a, b) => a - b).at(Math.floor(waits.length * 0.9))).toBeLessThan(500)
    expect((await api.getTranscript({ sessionId })).text).toBe(text)
    const { items } = await api.listElements({ sessionId, query: { limit: 100 } })
    expect(items.length).toBeGreaterThan(10)
    const isExact = items.every(({ spans }) => spans.every(({ start, end, quote }) => text.slice(start, end) === quote))
    expect(isExact).toBe(true)
  },
)
