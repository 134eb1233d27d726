/** Which format a text is in: by its content where that is certain, by the ending of its name otherwise. */
import type { TextFormat } from '../../contract.ts'

const webVtt = /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/
const firstSubRipCue = /^\uFEFF?\s*\d+[ \t]*\r?\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/
const byEnding: Record<string, TextFormat> = { vtt: 'vtt', srt: 'srt', md: 'markdown', markdown: 'markdown' }

export function recogniseFormat(text: string, name: string): TextFormat {
  if (webVtt.test(text)) return 'vtt'
  if (firstSubRipCue.test(text)) return 'srt'
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  return byEnding[ending] ?? 'text'
}
