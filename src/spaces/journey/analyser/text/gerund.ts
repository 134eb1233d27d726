/** The "-ing" form of a verb, by the spelling rules of English: "sleep" → "sleeping", "forget" → "forgetting". */
const stressedAtTheEnd = new Set(
  'admit allot begin commit compel control equip forget occur prefer quit refer regret submit transfer upset'.split(
    ' ',
  ),
)

export function gerundOf(verb: string): string {
  if (verb.endsWith('ing') && verb.length > 5) return verb
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`
  if (/[^eoy]e$/u.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`
  return `${verb}${doubles(verb) ? verb.slice(-1) : ''}ing`
}

/** One short vowel before one consonant at the end of a stressed syllable: "run", but not "rain", "fix" or "open". */
function doubles(verb: string): boolean {
  return stressedAtTheEnd.has(verb) || /^(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]$/u.test(verb)
}
