/** `node scripts/lint-lexicons.ts`: what is wrong with the word lists of Journey, and how many terms each name has. */
import { countTerms, lintLexicon } from '../src/spaces/journey/analyser/lexicons/lint.ts'

for (const name of ['emotions', 'topics'] as const) {
  const complaints = lintLexicon(name)
  for (const { rule, about } of complaints) console.log(`${name}  ${rule.padEnd(13)}  ${about}`)
  console.log(`${name}: ${complaints.length} complaints. Terms per name, fewest first:`)
  console.log(
    countTerms(name)
      .map(([label, count]) => `${label} ${count}`)
      .join(', '),
  )
  if (complaints.length > 0) process.exitCode = 1
}
