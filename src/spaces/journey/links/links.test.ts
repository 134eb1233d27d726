import { describe, expect, it, test } from 'vitest'
import { createChance } from '../../../../tests/world/chance.ts'
import type { LinkableElement } from './linkable-element.ts'
import { linkElements } from './links.ts'

type Given = Partial<Omit<LinkableElement, 'id' | 'kind' | 'label'>> & { in?: number }

let counter = 0

function element(
  kind: LinkableElement['kind'],
  label: string,
  { in: session = 0, ...given }: Given = {},
): LinkableElement {
  counter += 1
  const number = String(session).padStart(5, '0')
  const day = new Date(Date.UTC(2020, 0, 1 + session)).toISOString().slice(0, 10)
  const about = { id: `e${String(counter).padStart(6, '0')}`, sessionId: `s${number}`, day, kind, label }
  return { ...about, topics: [], passages: [counter], ...given }
}

/** The links as types, or as nothing. */
const typesOf = (...elements: LinkableElement[]) => linkElements(elements).map(({ type }) => type)

describe('an insight revises a belief that held somebody back', () => {
  test.each([
    ['I always fail at interviews', 'I do not always fail at interviews'],
    ['I always fail', 'failing once is not a fact about me'],
    ['nobody cares about me', 'my friends do care about me'],
    ['no one likes me', 'my colleagues like me more than I thought'],
    ['I am not good enough', 'I am good enough as I am'],
    ['I never finish anything', 'I finish things when I start early'],
    ['I am a failure', 'I managed more than I give myself credit for'],
    ['I am weak', 'asking for help was strong'],
    ['I must be perfect', 'I do not have to be perfect'],
    ['I must not make mistakes', 'it is okay to make mistakes'],
    ['I should please everyone', 'I am allowed to please nobody but myself'],
    ['I am a burden', 'people want to help me'],
    ['I will always be alone', 'I have support around me'],
    ['I am worthless', 'my worth does not hang on my work'],
    ['I am stupid', 'I am smart in other ways'],
    ["I can't trust anyone", 'I can trust my sister'],
    ['everyone judges me', 'most people do not judge me'],
    ['it is all my fault', 'it was not my fault'],
    ['I am lazy', 'I was tired, not lazy'],
    ['I do not deserve love', 'I deserve love like anybody'],
    ['I will never find a new job', 'finding a job sometimes takes months'],
    ['I am unlovable', 'being loved does not need a reason'],
  ])('"%s" by "%s"', (belief, insight) => {
    const [held, seen] = [element('belief', belief), element('insight', insight, { in: 3 })]
    expect(linkElements([held, seen])).toMatchObject([{ type: 'REVISES', source: seen.id, target: held.id }])
  })

  test.each([
    ['it agrees with it', 'I always fail at interviews', 'I always fail at interviews when I am tired'],
    ['it is about something else', 'I always fail at interviews', 'my sister needs more sleep'],
    ['it denies something else', 'I always fail at interviews', 'I did not sleep before the interviews'],
    ['it eases something else', 'nobody cares about me', 'it is okay to eat alone'],
    ['only words without meaning are shared', 'I will never be able to do this', 'I was not able to be there'],
    ['it is in another language', 'I always fail', 'я больше не боюсь'],
  ])('but not where %s', (_, belief, insight) => {
    expect(typesOf(element('belief', belief), element('insight', insight, { in: 3 }))).toEqual([])
  })

  it('but not where it came before', () => {
    const early = element('insight', 'I do not always fail at interviews', { in: 1 })
    expect(typesOf(early, element('belief', 'I always fail at interviews', { in: 2 }))).toEqual([])
  })

  it('but not where the belief holds nobody back', () => {
    const belief = element('belief', 'family is important', { stance: 'supporting' })
    expect(typesOf(belief, element('insight', 'family is not important to me', { in: 2 }))).toEqual([])
    expect(
      typesOf(element('belief', 'family matters'), element('insight', 'family does not matter', { in: 1 })),
    ).toEqual([])
  })

  it('also where an analysis alone knows that it does', () => {
    const belief = element('belief', 'speaking up costs friends', { stance: 'limiting' })
    expect(typesOf(belief, element('insight', 'speaking up does not cost friends', { in: 2 }))).toEqual(['REVISES'])
  })

  it('as a reframe, with a word or a topic of the same session in common', () => {
    const belief = element('belief', 'I must earn every break', { topics: ['workload'] })
    const seen = (given: Given) => element('insight', 'rest is part of the job', { sort: 'reframe', ...given })
    expect(typesOf(belief, seen({ topics: ['workload'] }))).toEqual(['REVISES'])
    expect(typesOf(belief, seen({ topics: ['workload'], in: 1 }))).toEqual([])
    expect(typesOf(belief, seen({ topics: ['family'] }))).toEqual([])
  })

  it('the one that it has most in common with, of equals the latest', () => {
    const old = element('belief', 'I always fail at interviews', { in: 1 })
    const vague = element('belief', 'I always fail', { in: 2 })
    const recent = element('belief', 'I always fail at interviews', { in: 3 })
    const seen = element('insight', 'I do not always fail at interviews', { in: 4 })
    expect(linkElements([old, vague, recent, seen]).map(({ target }) => target)).toEqual([recent.id])
  })

  it('and a belief that is doubted by now revises the one it was', () => {
    const held = element('belief', 'I always fail at interviews', { stance: 'limiting' })
    const words = 'maybe I always fail at interviews'
    const doubted = element('belief', words, { in: 2, standing: 'questioned', stance: 'limiting' })
    expect(linkElements([held, doubted])).toMatchObject([{ type: 'REVISES', source: doubted.id }])
    expect(typesOf(held, element('belief', words, { in: 2, standing: 'held', stance: 'limiting' }))).toEqual([])
    expect(typesOf(element('belief', 'nobody likes my cooking', { stance: 'limiting' }), doubted)).toEqual([])
  })

  it('and so does a supporting belief that says the contrary', () => {
    const held = element('belief', 'I am not good enough', { stance: 'limiting' })
    const now = element('belief', 'I am good enough', { in: 5, stance: 'supporting', standing: 'held' })
    expect(typesOf(held, now)).toEqual(['REVISES'])
  })
})

describe('an action follows up a challenge', () => {
  test.each([
    ['fall asleep before midnight', 'read a book instead of my phone to fall asleep', 'shares a word'],
    ['I struggle with the tax forms', 'ask Ann about the tax forms', 'shares words'],
    ['I keep procrastinating on the thesis', 'write one page of the thesis every day', 'shares a word'],
    ['my brother shouts at me', 'call my brother tomorrow', 'names the same person'],
  ])('"%s" by "%s" of the same session: it %s', (challenge, action) => {
    const [hard, meant] = [element('challenge', challenge), element('action', action)]
    expect(linkElements([hard, meant])).toMatchObject([{ type: 'FOLLOWS_UP', source: meant.id, target: hard.id }])
  })

  it('in one sentence whatever the words', () => {
    const challenge = element('challenge', 'I struggle to fall asleep', { passages: [4] })
    expect(typesOf(challenge, element('action', 'leave my phone in the kitchen', { passages: [4] }))).toEqual([
      'FOLLOWS_UP',
    ])
  })

  it('of the same session on the same topic within a few sentences after it', () => {
    const challenge = element('challenge', 'I struggle to fall asleep', { passages: [4], topics: ['sleep'] })
    const act = (given: Given) => element('action', 'leave my phone in the kitchen', { topics: ['sleep'], ...given })
    expect(typesOf(challenge, act({ passages: [6] }))).toEqual(['FOLLOWS_UP'])
    expect(typesOf(challenge, act({ passages: [9] }))).toEqual([])
    expect(typesOf(challenge, act({ passages: [3] }))).toEqual([])
    expect(typesOf(challenge, act({ passages: [6], topics: ['money'] }))).toEqual([])
  })

  test.each([
    ['two words', ['the tax forms confuse me', 'fill in the tax forms'], { topics: [], isLinked: true }],
    ['a word and the topic', ['I struggle with the thesis', 'write the thesis'], { topics: ['study'], isLinked: true }],
    ['only one word', ['the thesis and my sleep suffer', 'print the thesis in town'], { topics: [], isLinked: false }],
    ['only the topic', ['I struggle with the exam', 'buy a notebook'], { topics: ['study'], isLinked: false }],
    ['two faint words', ['work people are hard', 'work with people'], { topics: [], isLinked: false }],
  ])('of an earlier session by %s', (_, [challenge = '', action = ''], { topics, isLinked }) => {
    const meant = element('action', action, { in: 4, topics })
    expect(typesOf(element('challenge', challenge, { topics }), meant)).toEqual(isLinked ? ['FOLLOWS_UP'] : [])
  })

  it('but not of a later session, nor of one long ago', () => {
    const act = element('action', 'fill in the tax forms', { in: 40 })
    const between = Array.from({ length: 39 }, (_, index) => element('challenge', `matter${index}`, { in: index + 1 }))
    expect(typesOf(element('challenge', 'the tax forms confuse me', { in: 41 }), act)).toEqual([])
    expect(typesOf(element('challenge', 'the tax forms confuse me'), ...between, act)).toEqual([])
  })

  it('the nearest in words alone, though many would do', () => {
    const vague = element('challenge', 'forms confuse me', { in: 1 })
    const exact = element('challenge', 'the tax forms confuse me', { in: 1 })
    const act = element('action', 'fill in the tax forms', { in: 2 })
    expect(linkElements([vague, exact, act]).map(({ target }) => target)).toEqual([exact.id])
  })
})

describe('an insight leads to a later one', () => {
  test.each([
    [['I sleep badly after coffee', 'coffee in the evening costs me sleep'], [], true],
    [['I procrastinate when I am afraid', 'being afraid makes me procrastinate'], [], true],
    [['I need more rest', 'rest is what I avoid'], ['sleep'], true],
    [['I need more rest', 'my sister was right about mother'], ['family'], false],
    [['I need more rest', 'rest and music and walking and cooking keep me sane'], [], false],
    [['people matter in life', 'work with people is life'], [], false],
    [['I am able to do this', 'I was able to be there'], ['work'], false],
  ])('of %j on %j: %s', ([first = '', second = ''], topics, isLinked) => {
    const [early, late] = [element('insight', first, { topics }), element('insight', second, { topics, in: 2 })]
    const links = linkElements([early, late]).map(({ type, source, target }) => ({ type, source, target }))
    expect(links).toEqual(isLinked ? [{ type: 'LEADS_TO', source: early.id, target: late.id }] : [])
  })

  it('but not to the same words said again', () => {
    const said = 'coffee costs me sleep'
    expect(typesOf(element('insight', said), element('insight', 'Coffee costs me sleep.', { in: 2 }))).toEqual([])
  })

  it('but not over many sessions', () => {
    const between = Array.from({ length: 12 }, (_, index) => element('challenge', `matter${index}`, { in: index + 1 }))
    const [early, late] = ['I sleep badly after coffee', 'coffee costs me sleep']
    expect(typesOf(element('insight', early), ...between, element('insight', late, { in: 13 }))).toEqual([])
    expect(typesOf(element('insight', early), ...between.slice(1), element('insight', late, { in: 13 }))).toEqual([
      'LEADS_TO',
    ])
  })

  it('step by step, not from the first to all', () => {
    const labels = ['coffee costs me sleep', 'coffee and sleep do not go together', 'less coffee means more sleep']
    const chain = labels.map((label, index) => element('insight', label, { in: index }))
    const steps = linkElements(chain).map(({ source, target }) => [source, target])
    expect(steps).toEqual([
      [chain[0]?.id, chain[1]?.id],
      [chain[1]?.id, chain[2]?.id],
    ])
  })
})

describe('all links', () => {
  const subjects = ['coffee', 'sleep', 'thesis', 'brother', 'interview', 'money', 'garden', 'doctor', 'music', 'exam']
  const kinds = ['belief', 'challenge', 'insight', 'action'] as const
  const stems = ['I always fail at', 'I struggle with', 'I do not have to fear', 'call about'] as const

  function write(seed: number, count: number) {
    const { pick, between } = createChance(seed)
    return Array.from({ length: count }, () => {
      const label = `${pick(stems)} ${pick(subjects)} ${pick(subjects)} w${between(0, 400)}`
      const place = { in: between(0, count / 5), passages: [between(0, 20)], topics: [pick(subjects)] }
      return element(pick(kinds), label, place)
    })
  }

  test.each([1, 2, 3])('are the same whatever the order of the elements (seed %i)', (seed) => {
    const elements = write(seed, 300)
    const links = linkElements(elements)
    expect(links.length).toBeGreaterThan(50)
    expect(linkElements(elements.toReversed())).toEqual(links)
    expect(linkElements(elements.toSorted((a, b) => a.label.localeCompare(b.label)))).toEqual(links)
  })

  test.each([4, 5])('have ends that exist, kinds that fit, and a weight from 0 to 1 (seed %i)', (seed) => {
    const elements = write(seed, 400)
    const kindOf = new Map(elements.map(({ id, kind }) => [id, kind]))
    const ends = {
      LEADS_TO: ['insight insight'],
      FOLLOWS_UP: ['action challenge'],
      REVISES: ['insight belief', 'belief belief'],
    }
    for (const { type, source, target, weight } of linkElements(elements)) {
      expect(ends[type]).toContain(`${kindOf.get(source)} ${kindOf.get(target)}`)
      expect(weight).toBeGreaterThan(0)
      expect(weight).toBeLessThanOrEqual(1)
    }
  })

  it('are none where there are no elements', () => {
    expect(linkElements([])).toEqual([])
  })
})
