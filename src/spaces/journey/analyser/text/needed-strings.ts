/**
 * What a text must hold for a pattern to match it. Looking for plain strings is many times cheaper than trying a long
 * pattern at every place, and most sentences hold none of the strings that a rule needs.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** Of these at least one. */
type AnyOf = readonly string[]

/** More strings than this take longer to look for than they spare. */
const mostStrings = 60
const shortestString = 2
/** What is needed beside the rarest spares little more. */
const mostSets = 2

const parser = new RegExpParser({ ecmaVersion: 2025 })

/** Whether a text can match: it holds one string of each set. Upper and lower case are minded as the text is written. */
export function createGlance({ source }: RegExp): (text: string) => boolean {
  let needed: readonly AnyOf[] | undefined
  return (text) => {
    needed ??= neededByAll(parse(source)).slice(0, mostSets)
    return needed.every((anyOf) => anyOf.some((one) => text.includes(one)))
  }
}

/** A pattern with one alternative is the usual case; others are taken as a group. */
function parse(source: string): readonly AST.Element[] {
  const pattern = parser.parsePattern(`(?:${source})`, undefined, undefined, { unicode: true })
  return pattern.alternatives.flatMap(({ elements }) => elements)
}

/** The rarest first. */
function neededByAll(elements: readonly AST.Element[]): AnyOf[] {
  const needed: AnyOf[] = []
  let run = ''
  const endRun = () => {
    if (run.length >= shortestString) needed.push([run])
    run = ''
  }
  for (const element of elements) {
    if (element.type === 'Character') run += String.fromCodePoint(element.value)
    else {
      // What takes up no room does not part the letters around it.
      if (element.type !== 'Assertion') endRun()
      needed.push(...neededBy(element))
    }
  }
  endRun()
  return needed.toSorted((left, right) => rarityOf(right) - rarityOf(left))
}

function neededBy(element: AST.Element): AnyOf[] {
  if (element.type === 'Group' || element.type === 'CapturingGroup') return neededByOne(element.alternatives)
  if (element.type === 'Quantifier') return element.min > 0 ? neededBy(element.element) : []
  const isLook = element.type === 'Assertion' && 'alternatives' in element && !element.negate
  return isLook ? neededByOne(element.alternatives) : []
}

/** Of several alternatives each needs something else: together they need any of it. */
function neededByOne(alternatives: readonly AST.Alternative[]): AnyOf[] {
  const each = alternatives.map(({ elements }) => neededByAll(elements))
  const [only] = each
  if (only && each.length === 1) return only
  const rarest = each.map(([first]) => first)
  const all = new Set(rarest.flatMap((anyOf) => anyOf ?? []))
  return rarest.includes(undefined) || all.size > mostStrings ? [] : [[...all]]
}

/** Long strings are rare, and few of them are rarer than many. */
const rarityOf = (strings: AnyOf) => Math.min(...strings.map(({ length }) => length)) - Math.log2(strings.length)
