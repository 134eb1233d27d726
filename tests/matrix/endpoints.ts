/** The endpoints of the whole product and of the notes, and what a valid request to each is. */
import type { Endpoint } from '#contract/endpoint'
import { endpoints as productEndpoints } from '../faults/hostile/endpoints.ts'
import { notesApi } from '../world/notes-contract.ts'

export interface Target {
  name: string
  endpoint: Endpoint
}

export const endpoints: readonly Target[] = [
  ...productEndpoints,
  ...Object.entries(notesApi).map(([name, endpoint]) => ({ name, endpoint })),
]

export interface Payload {
  query?: string
  body?: unknown
  file?: File
}

const password = 'correct horse battery'
const newPassword = 'a staple, much longer'

/** What endpoints need that are not content with nothing. */
const payloads: Record<string, Payload> = {
  addTopic: { body: { label: 'The harbour', domain: 'work' } },
  addWord: { body: { kind: 'emotion', label: 'anxious', term: 'the knot', sense: 'means' } },
  addContent: { body: { text: 'I was anxious about work.' } },
  answerQuestion: { body: { answer: 'not-yet' } },
  attachFile: { file: new File(['waves'], 'sea.txt') },
  changePassword: { body: { oldPassword: password, newPassword } },
  createAction: { body: { title: 'buy bread' } },
  createFirstAdministrator: { body: { email: 'first@example.org', name: 'First', password, token: 'made up' } },
  countSessions: { query: 'from=2026-01-01&to=2026-12-31' },
  decideElement: { body: { status: 'confirmed' } },
  deleteAccount: { body: { password } },
  deleteSessions: { body: { from: '1999-01-01', to: '1999-12-31', way: 'bin' } },
  getGraph: { query: 'around=session:01a1f950-0000-7000-8000-000000000000' },
  importJourney: { file: new File(['date,text\n2026-01-01,I was calm.'], 'diary.csv') },
  getReport: { query: 'from=2026-01-01&to=2026-12-31' },
  makeKey: { body: { name: 'A script', scopes: ['account.person:read'] } },
  openShare: { body: { secret: 'made up' } },
  previewContent: { body: { text: 'I was anxious about work.' } },
  previewImport: { file: new File(['date,text\n2026-01-01,I was calm.'], 'diary.csv') },
  register: { body: { email: 'joining@example.org', name: 'Joining', password } },
  resetPassword: { body: { token: 'made up', newPassword } },
  search: { query: 'q=sea' },
  sendDeadJobsAgain: { body: { kind: 'notes.print-note' } },
  shareReport: { body: { from: '2000-01-01', to: '2099-12-31' } },
  signIn: { body: { email: 'nobody@example.org', password } },
  signOutEverywhere: { body: { which: 'others' } },
  understandAction: { body: { words: 'Call the dentist on Friday' } },
  updateAction: { body: { status: 'done' } },
  updateAccount: { body: { name: 'Somebody' } },
  updateInstallationSettings: { body: { 'notes.printers': 2 } },
  updateSettings: { body: { 'notes.paper': 'squared' } },
  writeReflection: { body: { from: '2026-01-01', to: '2026-12-31', text: 'It was a good year.' } },
  writeNote: { body: { title: 'A walk' } },
}

/** A valid request; throws for an endpoint that needs something which nobody has written down here. */
export function payloadOf({ name, endpoint: { query, body, upload } }: Target): Payload {
  const known = payloads[name]
  if (known) return known
  if (query && !query.safeParse({}).success) throw new Error(`Say in payloads which query ${name} takes`)
  if (!body) return {}
  if (!body.safeParse({}).success || upload) throw new Error(`Say in payloads which body ${name} takes`)
  return { body: {} }
}

export const paramsOf = ({ endpoint: { path } }: Target) =>
  [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
