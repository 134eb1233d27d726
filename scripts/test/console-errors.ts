/** A printed error fails the test that printed it: what nobody has to look at, nobody looks at. */
import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

const printed: string[] = []
const print = console.error

console.error = (...parts: unknown[]) => {
  printed.push(format(...parts))
  print(...parts)
}

afterEach(refusePrintedErrors)
afterAll(refusePrintedErrors)

function refusePrintedErrors() {
  const errors = printed.splice(0)
  if (errors.length > 0) throw new Error(`console.error was called:\n${errors.join('\n')}`)
}
