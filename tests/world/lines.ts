/** A place for the log to write to that a test can read. */
export function collectLines() {
  const lines: string[] = []
  return { lines, stream: { write: (line: string) => void lines.push(line) } }
}
