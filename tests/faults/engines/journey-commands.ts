/** What people do with their sessions. */
import { TextEncoding, journeyApi } from '../../../src/spaces/journey/contract.ts'
import { Page, type Draw, type Scene } from './scene.ts'
import { drawFile, drawSentences, drawTitle } from './words.ts'

const days = ['2026-03-01', '2026-03-02', '2026-02-28', '2025-12-31', '2026-03-02']

function drawDraft({ chance }: Scene) {
  return {
    ...(chance.happens(0.7) && { title: drawTitle(chance) }),
    ...(chance.happens(0.5) && { date: chance.pick(days) }),
    ...(chance.happens(0.3) && { description: drawSentences(chance, 2) }),
    ...(chance.happens(0.2) && { clientName: drawTitle(chance) }),
  }
}

const create: Draw = (scene, { name }) => {
  const body = drawDraft(scene)
  return {
    words: `create ${JSON.stringify(body)}`,
    noun: 'session',
    run: (side) => side.as(name, journeyApi).createSession({ body }),
  }
}

const update: Draw = (scene, person) => {
  const sessionId = scene.pick('session', person)
  const body = drawDraft(scene)
  return {
    words: `update ${sessionId} ${JSON.stringify(body)}`,
    run: (side) => side.as(person.name, journeyApi).updateSession({ sessionId: side.names.raw(sessionId), body }),
  }
}

const remove: Draw = ({ pick }, person) => {
  const sessionId = pick('session', person)
  return {
    words: `delete ${sessionId}`,
    run: (side) => side.as(person.name, journeyApi).deleteSession({ sessionId: side.names.raw(sessionId) }),
  }
}

const list: Draw = ({ chance, secrets }, { name }) => {
  const query = {
    limit: chance.pick([1, 2, 3, 25]),
    order: chance.pick(['newest', 'oldest'] as const),
    ...(chance.happens(0.2) && { from: chance.pick(days) }),
    ...(chance.happens(0.2) && { to: chance.pick(days) }),
  }
  const cursor = secrets.cursor.length > 0 && chance.happens(0.5) ? chance.pick(secrets.cursor.slice(-3)) : undefined
  return {
    words: `list ${JSON.stringify(query)} ${cursor ?? ''}`,
    noun: 'session',
    run: (side) =>
      side.as(name, journeyApi).listSessions({
        query: { ...query, ...(cursor !== undefined && { cursor: side.names.raw(cursor) }) },
      }),
    learn: ({ body }) => {
      const page = Page.safeParse(body)
      if (page.success) secrets.cursor.push(page.data.next)
    },
  }
}

const addText: Draw = ({ chance, pick }, person) => {
  const sessionId = pick('session', person)
  const body = { text: drawSentences(chance, 12) }
  return {
    words: `add ${JSON.stringify(body.text.slice(0, 60))} to ${sessionId}`,
    run: (side) => side.as(person.name, journeyApi).addContent({ sessionId: side.names.raw(sessionId), body }),
  }
}

function drawUpload({ chance }: Scene) {
  const encoding = chance.happens(0.2) ? chance.pick(TextEncoding.options) : undefined
  return { file: drawFile(chance), query: encoding === undefined ? {} : { encoding } }
}

const addFile: Draw = (scene, person) => {
  const sessionId = scene.pick('session', person)
  const upload = drawUpload(scene)
  return {
    words: `upload ${upload.file.name} ${upload.query.encoding ?? ''} to ${sessionId}`,
    run: (side) => side.as(person.name, journeyApi).addContent({ sessionId: side.names.raw(sessionId), ...upload }),
  }
}

const preview: Draw = (scene, { name }) => {
  const upload = drawUpload(scene)
  return {
    words: `preview ${upload.file.name} ${upload.query.encoding ?? ''}`,
    run: (side) => side.as(name, journeyApi).previewContent(upload),
  }
}

const read: Draw = ({ chance, pick }, person) => {
  const sessionId = pick('session', person)
  const call = chance.pick(['getSession', 'getTranscript', 'getProgress'] as const)
  return {
    words: `${call} ${sessionId}`,
    run: (side) => side.as(person.name, journeyApi)[call]({ sessionId: side.names.raw(sessionId) }),
  }
}

const analyse: Draw = ({ pick }, person) => {
  const sessionId = pick('session', person)
  return {
    words: `analyse ${sessionId}`,
    noun: 'job',
    run: (side) => side.as(person.name, journeyApi).analyseSession({ sessionId: side.names.raw(sessionId) }),
  }
}

const listElements: Draw = ({ chance, pick }, person) => {
  const sessionId = pick('session', person)
  const query = { limit: chance.pick([1, 5, 100]), ...(chance.happens(0.2) && { kind: 'emotion' as const }) }
  return {
    words: `list elements of ${sessionId}`,
    noun: 'element',
    run: (side) => side.as(person.name, journeyApi).listElements({ sessionId: side.names.raw(sessionId), query }),
  }
}

const decide: Draw = ({ chance, pick }, person) => {
  const elementId = pick('element', person)
  const status = chance.pick(['confirmed', 'rejected', 'proposed'] as const)
  const body = chance.happens(0.4) ? { label: drawTitle(chance) } : { status }
  return {
    words: `decide ${elementId} ${JSON.stringify(body)}`,
    run: (side) => side.as(person.name, journeyApi).decideElement({ elementId: side.names.raw(elementId), body }),
  }
}

const graph: Draw = ({ chance, pick }, person) => {
  const sessionId = pick('session', person)
  const around = chance.pick([sessionId, sessionId, `session:${sessionId}`, 'person', 'topic:work', 'emotion:anxiety'])
  const depth = chance.between(1, 3)
  return {
    words: `graph around ${around}, ${depth} deep`,
    run: (side) => side.as(person.name, journeyApi).getGraph({ query: { around: side.names.raw(around), depth } }),
  }
}

export const journeyDraws: readonly Draw[] = [
  create,
  create,
  update,
  remove,
  list,
  list,
  addText,
  addText,
  addFile,
  addFile,
  preview,
  read,
  read,
  analyse,
  listElements,
  listElements,
  decide,
  decide,
  graph,
]
