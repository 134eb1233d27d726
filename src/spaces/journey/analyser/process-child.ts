/** The child of `process.ts`: answers `{ text }` with `{ analysis }` or `{ error }`, and ends with its parent. */
import { createAnalyser } from './analyser.ts'

const analyser = createAnalyser({ hints: 'left-out' })

process.on('disconnect', () => process.exit(0))
process.on('message', (message) => {
  process.send?.(answer(message))
})

function answer(message: unknown) {
  if (typeof message !== 'object' || message === null || !('text' in message) || typeof message.text !== 'string') {
    return { error: 'The message holds no text.' }
  }
  try {
    return { analysis: analyser.analyse(message.text) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
