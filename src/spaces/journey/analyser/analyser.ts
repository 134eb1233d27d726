/**
 * The offline analyser: reads a text with word lists and rules, without key, network, clock or chance, so that the same
 * text gives the same result to the byte. It promises exact spans for any string; it leaves storing, merging and
 * judging its findings to others. Texts in languages other than English are read for the wording of a crisis only.
 */
import { type EmotionHit, createEmotionReader, isToldByOneself, nameEmotions } from './emotions/emotions.ts'
import { readAppraisals } from './emotions/read-appraisals.ts'
import { measureValence } from './emotions/valence.ts'
import { mergeElements, readElements } from './elements/elements.ts'
import { readCrisis } from './crisis/crisis.ts'
import { readSentence } from './text/sentence.ts'
import type { Analysis, ElementFinding, FollowUp, Passage, Reading } from './findings.ts'
import { readFollowUps } from './follow-ups/follow-ups.ts'
import { createLanguageTeller } from './text/language.ts'
import { splitPassages } from './text/passages.ts'
import { readWords } from './text/words.ts'
import { type TopicHit, createTopicReader, nameTopics } from './topics/topics.ts'

export interface Analyser {
  analyse(text: string, reading?: Reading): Analysis
}

const nothing = { valence: 0, emotions: [], topics: [], elements: [], followUps: [] }

/**
 * Words such as "how" or "yes" hint at a feeling and help to judge a text as a whole, but nobody would take one for
 * evidence. A reading that is shown to a person leaves out hints, words that weigh no more than this.
 */
const heaviestHint = 0.3

/** Fewer words say nothing to act on, to believe or to claim. */
const shortestSentence = 3

/** No sentence has more words than this that would be worth reading as one. */
const longestSentence = 250

/** Loads the word lists, once for all texts. */
export function createAnalyser({ hints }: { hints: 'counted' | 'left-out' } = { hints: 'counted' }): Analyser {
  const tellLanguage = createLanguageTeller()
  const readEnglish = createEnglishReader(hints === 'counted' ? 0 : heaviestHint)
  return {
    analyse(text, reading = {}) {
      const passages = splitPassages(text)
      const crisis = readCrisis(text, passages)
      const language = tellLanguage(text)
      const analysed = language === 'en' || language === 'und'
      return { language, analysed, passages, crisis, ...(analysed ? readEnglish(text, passages, reading) : nothing) }
    },
  }
}

function createEnglishReader(tooLight: number) {
  const emotionReader = createEmotionReader()
  const topicReader = createTopicReader()
  const isKnown = (form: string) => emotionReader.knows(form) || topicReader.knows(form)

  return (text: string, passages: readonly Passage[], reading: Reading) => {
    const isTold = isToldByOneself(text)
    const emotions: EmotionHit[][] = []
    const topics: TopicHit[][] = []
    const elements: ElementFinding[] = []
    const followUps: FollowUp[] = []
    const weighsIn = (hit: EmotionHit) => hit.weight > tooLight && (!hit.isEvent || isTold)
    for (const passage of passages) {
      const words = readWords(text, passage, isKnown)
      const felt = emotionReader.read(text, words, reading.lexicon).filter(weighsIn)
      emotions.push(felt)
      topics.push(topicReader.read(text, words, reading.lexicon))
      if (words.length < shortestSentence || words.length > longestSentence) continue
      const sentence = readSentence(text, passage, words)
      felt.push(...readAppraisals(sentence).filter(weighsIn))
      elements.push(...readElements(sentence, reading.day))
      followUps.push(...readFollowUps(sentence))
    }
    return {
      valence: measureValence(emotions.flat()),
      emotions: nameEmotions(emotions),
      topics: nameTopics(topics),
      elements: mergeElements(elements),
      followUps,
    }
  }
}
