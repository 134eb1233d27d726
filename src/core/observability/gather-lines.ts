/**
 * Lines that are logged in one turn of the loop leave in one write: a system call for each of them was a tenth of what a
 * small request costs. A line that tells of trouble leaves at once, and takes those before it along.
 */
import { pino, type DestinationStream } from 'pino'

const { needsMetadataGsym: wantsLevel } = pino.symbols
const trouble = pino.levels.values.warn ?? 0

export interface Gathering extends DestinationStream {
  /** Of the line that comes next. */
  lastLevel: number
  /** Writes what has not left yet. */
  flush(): void
}

export function gatherLines(to: DestinationStream): Gathering {
  let lines = ''
  const flush = () => {
    if (lines === '') return
    const leaving = lines
    lines = ''
    to.write(leaving)
  }
  const gathering: Gathering = {
    lastLevel: 0,
    write(line) {
      if (lines === '') setImmediate(flush)
      lines += line
      if (gathering.lastLevel >= trouble) flush()
    },
    flush,
  }
  return Object.assign(gathering, { [wantsLevel]: true })
}
