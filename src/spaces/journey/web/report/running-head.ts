/** What stands at the edges of printed pages; the rules for paper in `report.css` read it, for no element can say it. */
import { useEffect } from 'react'
import { reportWords } from './words.ts'

export function useRunningHead(name: string, span: string) {
  useEffect(() => {
    const { page, of } = reportWords.running
    const told = { name, span, page, of }
    const { style } = document.documentElement
    for (const [place, words] of Object.entries(told)) style.setProperty(`--running-${place}`, quoted(words))
    return () => Object.keys(told).forEach((place) => style.removeProperty(`--running-${place}`))
  }, [name, span])
}

/** As a string of CSS. */
const quoted = (words: string) => `"${words.replace(/\s+/gu, ' ').replace(/["\\]/gu, '\\$&')}"`
