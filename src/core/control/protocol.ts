/** Lines of JSON on the control socket. */
import { z } from 'zod'

export const Question = z.object({ name: z.string().max(100), input: z.unknown() })
export type Question = z.infer<typeof Question>

export const Answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('say'), words: z.string() }),
  z.object({ type: z.literal('end'), isWell: z.boolean() }),
])
export type Answer = z.infer<typeof Answer>

const longestLine = 64 * 1024

export const toLine = (value: Question | Answer) => `${JSON.stringify(value)}\n`

/** The lines of a stream. Throws when one is longer than `longestLine`. */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const part of stream) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    if ([rest, ...lines].some((line) => line.length > longestLine)) throw new Error('A line is too long')
    yield* lines
  }
}
