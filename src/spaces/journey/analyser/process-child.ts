/** The child of `process.ts`: answers `{ text, reading }` with `{ analysis }` or `{ error }`, and ends with its parent. */
import { z } from 'zod'
import { createAnalyser } from './analyser.ts'
import { readingSchema } from './findings.ts'

const analyser = createAnalyser({ hints: 'left-out' })
const requestSchema = z.object({ text: z.string(), reading: readingSchema })

process.on('disconnect', () => process.exit(0))
process.on('message', (message) => {
  process.send?.(answer(message))
})

function answer(message: unknown) {
  try {
    const { text, reading } = requestSchema.parse(message)
    return { analysis: analyser.analyse(text, reading) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
