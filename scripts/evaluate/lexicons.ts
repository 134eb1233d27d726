/** What is wrong with the word lists of Journey, and how many terms each name has. */
import { countTerms, lintLexicon } from '../../src/spaces/journey/analyser/lexicons/lint.ts'

/** Prints what it finds; returns false when there is something wrong. */
export function evaluateLexicons(): boolean {
  const complaints = (['emotions', 'topics'] as const).map((name) => {
    const found = lintLexicon(name)
    for (const { rule, about } of found) console.log(`${name}  ${rule.padEnd(13)}  ${about}`)
    console.log(`${name}: ${found.length} complaints. Terms per name, fewest first:`)
    console.log(
      countTerms(name)
        .map(([label, count]) => `${label} ${count}`)
        .join(', '),
    )
    return found.length
  })
  return complaints.every((count) => count === 0)
}
