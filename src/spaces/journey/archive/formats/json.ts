/** The complete archive: a folder a session with all that is known of it, and the files that were brought. */
import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { z } from 'zod'
import { asJson, type Entry } from '#core/personal'
import type { Belongings } from '../belongings.ts'
import { packBelongings } from './belongings.ts'
import { Fault, readPortable, type PortableContent, type PortableSession } from '../portable.ts'
import type { StoredSession } from '../stored-sessions.ts'

export const manifestName = 'journey.json'
export const sessionName = 'session.json'
const formatName = 'cairn-journey'
/** Version 1 had no belongings, nor what sessions say of actions. */
const version = 2

/** What stands beside the sessions. */
const Manifest = z.object({
  format: z.literal(formatName),
  version: z.int().min(1).max(version, 'This archive is of a newer Cairn.'),
  settings: z.record(z.string(), z.unknown()).default({}),
})
export type Manifest = z.infer<typeof Manifest>

interface Packing {
  sessions: AsyncIterable<StoredSession>
  settings: Record<string, unknown>
  belongings: Belongings
  /** The bytes of a file; undefined when they are gone. */
  openFile(id: string): Promise<AsyncIterable<Uint8Array> | undefined>
}

export async function* packJson({ sessions, settings, belongings, openFile }: Packing): AsyncGenerator<Entry> {
  const manifest: Manifest = { format: formatName, version, settings }
  yield asJson(manifestName, manifest)
  yield* packBelongings(belongings, 'json')
  for await (const { session, files } of sessions) {
    const folder = `sessions/${folderOf(session)}`
    const contents: PortableContent[] = []
    for (const [i, content] of session.contents.entries()) {
      const bytes = await openFile(files.get(content.id) ?? '')
      const path = `files/${i + 1}${endingOf(content.name)}`
      const hash = createHash('sha256')
      if (bytes) yield { path: `${folder}/${path}`, content: hashing(bytes, hash) }
      contents.push({ ...content, file: bytes ? { path, hash: hash.digest('hex') } : null })
    }
    yield asJson(`${folder}/${sessionName}`, { ...session, contents })
  }
}

/** A name that sorts by date and says what it is; the id keeps two of one title apart. */
export const folderOf = ({ date, title, id }: PortableSession) =>
  `${date} ${title.replaceAll('/', '-').slice(0, 60)} ${id}`.toWellFormed()

const endingOf = (name: string) => /^\.[a-z0-9]{1,8}$/.exec(extname(name).toLowerCase())?.[0] ?? ''

async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: { update(chunk: Uint8Array): unknown }) {
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
}

const Document = z.object({ sessions: z.array(z.unknown()) })

/** The sessions of a JSON text: one, or a list of them. */
export function* readJson(text: string): Generator<PortableSession | Fault> {
  const given = parse(text)
  const { data } = Document.safeParse(given)
  for (const one of data?.sessions ?? [given]) {
    try {
      yield readPortable(one)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      yield error
    }
  }
}

export function readManifest(text: string): Manifest {
  const { data, error } = Manifest.safeParse(parse(text))
  if (!data) throw new Fault(error.issues[0]?.message ?? 'This is no archive of Journey.')
  return data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault('This is no JSON, or its end is missing.')
  }
}
