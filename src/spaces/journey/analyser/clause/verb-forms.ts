/** The verbs that tell when something is. In normal form; a contraction counts as the verb it holds. */

const group = (list: string) => new Set(list.split(/\s+/u).filter((word) => word !== ''))

/** Words that are present by themselves, never infinitives. */
const presents = group(`
  am is are i'm he's she's it's that's they're we're you're there's what's who's isn't aren't ain't now today feels seems looks
  sounds gets becomes keeps stays remains makes has hasn't i've we've they've you've doesn't does gives leaves causes
  brings goes comes says thinks knows wants needs loves hates can can't must`)

/** Forms that are present unless a modal, "did" or "to" stands before them. */
const bases = group(`
  be feel seem look sound get become keep stay remain make have do don't haven't give leave cause bring go come say think
  know see find want need let start begin turn grow fall stop end wake drive`)

const participles = group('been being feeling getting becoming having making looking seeming keeping staying going')

const futures = group("will won't i'll we'll he'll she'll they'll you'll it'll that'll there'll shall")

/** "Could" is left to what follows it: one could feel what was there. */
const hypotheticals = group("would wouldn't might may should shouldn't ought could couldn't")
const contractedWould = group("i'd we'd he'd she'd they'd you'd it'd")

export const perfects = group("have has i've we've they've you've haven't hasn't he's she's it's")

/** Words that make a clause one of imagination. */
export const supposers = group('if unless wish wishes wished whether imagine supposing pretend hopefully')

/** Verbs before "to" that look ahead to a state without claiming it. */
export const aims = group(`
  want wants wanted wanting need needs needed needing hope hopes hoped hoping try tries tried trying wish wishes learn
  learning pretend pretends pretended pretending supposed expected expect expects expecting ought deserve deserves
  deserved refuse refused refuses decide decided promise promised have has had like love prefer afraid meant struggle
  struggled struggling long longing ready allowed able tend`)

export const memories = group('remember remembered remembers remembering recall recalled recalls miss misses missed')

const pasts = group(`
  was were wasn't weren't had hadn't did didn't felt got became made kept left saw found went came said thought knew took
  gave told heard ran sat stood slept woke ate drank drove flew fell fought broke lost won met paid sent spent taught wrote
  read bought brought built caught chose grew held hid hit hurt led let lay meant put rang rose sang sank sold set shook
  shot shut spoke stole stuck swore swam threw understood wore began bit blew dealt drew dug fed forgot forgave froze hung
  kept knelt laid lent lit proved quit rode sought shone showed shrank slid spun spread sprang swept swung tore wept wound
  withdrew turned seemed looked sounded stayed remained ended started cried used`)

/** Verbs that are past even where nobody is named before them: "Cried all night". */
export const plainPasts = group(`
  cried screamed laughed smiled loved hated missed enjoyed yelled argued passed failed finished died fought wept lost won
  broke felt got had was were snapped sobbed panicked celebrated regretted managed forgot cheated lied giggled blushed
  trembled dreaded feared appreciated admired adored resented`)

/** "Contracted" is what "would" and "had" share: "I'd". */
export type VerbKind = 'present' | 'base' | 'participle' | 'future' | 'modal' | 'contracted' | 'past'

const kinds: readonly (readonly [VerbKind, ReadonlySet<string>])[] = [
  ['past', pasts],
  ['present', presents],
  ['base', bases],
  ['participle', participles],
  ['modal', hypotheticals],
  ['contracted', contractedWould],
  ['future', futures],
]
const kindOfForm = new Map(kinds.flatMap(([kind, forms]) => [...forms].map((form): [string, VerbKind] => [form, kind])))

/** What a word form is as a verb; undefined for other words and for regular pasts. */
export function verbKindOf(form: string): VerbKind | undefined {
  return kindOfForm.get(form)
}
