/**
 * `cairn analyse`: reads one JSON object `{"id","text"}` a line and writes one a line, in the same order. A line that
 * cannot be read is answered with an error in its place, and the exit code is 1 at the end.
 */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { type Analyser, createAnalyser } from './analyser.ts'

interface Streams {
  readonly input: Readable
  readonly output: Writable
}

interface Reply {
  readonly line: string
  readonly isError: boolean
}

type LineId = string | number | null

/** Answers every line of the input and returns the exit code. Waits where the output is slower than the input. */
export async function runAnalyseCommand({ input, output }: Streams): Promise<number> {
  const analyser = createAnalyser()
  let exitCode = 0
  let lineNumber = 0
  for await (const line of readLines(input)) {
    lineNumber += 1
    if (line.trim() === '') continue
    const reply = answerLine(analyser, line, lineNumber)
    if (reply.isError) exitCode = 1
    if (!output.write(`${reply.line}\n`)) await once(output, 'drain')
  }
  return exitCode
}

/** Splits at line feeds only: JSON may hold the other line separators of Unicode as they are. */
async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let pieces: string[] = []
  for await (const chunk of input) {
    const [head = '', ...tail] = decodeChunk(decoder, chunk).split('\n')
    pieces.push(head)
    for (const piece of tail) {
      yield pieces.join('')
      pieces = [piece]
    }
  }
  yield pieces.join('') + decoder.end()
}

function decodeChunk(decoder: StringDecoder, chunk: unknown): string {
  if (typeof chunk === 'string') return chunk
  if (chunk instanceof Uint8Array) return decoder.write(Buffer.from(chunk))
  throw new TypeError('The input must be a stream of text or bytes.')
}

function answerLine(analyser: Analyser, line: string, lineNumber: number): Reply {
  const value = parseJson(lineNumber === 1 ? line.replace(/^\uFEFF/u, '') : line)
  if (value === undefined) return refuse(null, `Line ${lineNumber} is not valid JSON.`)
  const { id, text } = readRequest(value)
  if (id === null) return refuse(id, `Line ${lineNumber} has no "id" that is a string or a number.`)
  if (text === undefined) return refuse(id, `Line ${lineNumber} has no "text" that is a string.`)
  return { line: JSON.stringify({ id, ...selectFields(analyser, text) }), isError: false }
}

/** JSON has no undefined, so undefined means that the line could not be parsed. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function readRequest(value: unknown): { id: LineId; text: string | undefined } {
  if (typeof value !== 'object' || value === null) return { id: null, text: undefined }
  const id = 'id' in value && (typeof value.id === 'string' || typeof value.id === 'number') ? value.id : null
  const text = 'text' in value && typeof value.text === 'string' ? value.text : undefined
  return { id, text }
}

function refuse(id: LineId, error: string): Reply {
  return { line: JSON.stringify({ id, error }), isError: true }
}

function selectFields(analyser: Analyser, text: string) {
  const { valence, emotions, topics, elements } = analyser.analyse(text)
  return {
    valence,
    emotions: emotions.map(({ tense: _tense, intensity: _intensity, affect: _affect, ...emotion }) => emotion),
    topics: topics.map(({ label, domain, score }) => ({ label, domain, score })),
    elements: elements.map(({ kind, label, spans }) => ({ kind, label, spans })),
  }
}
