/**
 * Words of a crisis, as people write them. `urgent` speaks of dying or of harm now; `concern` of such thoughts, of harm
 * that was, and of danger that is only named. Patterns read a copy of the text in lower case without disguises.
 */
import type { Crisis } from '../findings.ts'

export interface CrisisPhrase {
  readonly level: Crisis['level']
  readonly pattern: RegExp
}

const phrase =
  (level: Crisis['level']) =>
  (source: string): CrisisPhrase => ({
    level,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}'])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
  })

const kill = 'k[i*]+l+'
const myself = 'm[ye] ?self|maself|meself'
const suicide = 's[\\s.*_-]?[uo*][\\s.*_-]?[ie*]?[\\s.*_-]?[csz]+[\\s.*_-]?[i*y]+[\\s.*_-]?d[\\s.*_-]?[e*]'
const sign = '(?: up| off| in front| from| under)?'

/** To end one's life, in the infinitive. */
const dying = `(?:${kill} (?:${myself})|end (?:my (?:own )?life|it all|everything tonight|myself)|take my (?:own )?life|commit ${suicide}|hang (?:${myself})|shoot (?:${myself})|drown (?:${myself})|poison (?:${myself})|(?:slit|cut|slash) my (?:wrists?|throat|veins)|jump (?:off|from|in front of|under) (?:a|the|that|this|my) (?:bridge|roof|building|balcony|train|cliff|window|tracks?|car|bus|truck)|throw (?:${myself})${sign} (?:a|the) [a-z]+|overdose|od on [a-z]+|do away with (?:${myself})|off (?:${myself})|unalive(?: (?:${myself}))?|kms|be dead|not be alive|not wake up|never wake up|stop existing|not exist(?: any ?more)?|go to sleep and (?:never|not) wake up)`
const harming = `(?:(?:cut|hurt|harm|burn|injure|starve|punish|scratch|stab) (?:${myself})|self[- ]?harm)`
const notIdiom =
  '(?! (?:of|from|laughing|for|inside|on the inside|out|hard|trying|happy|peacefully|old|with (?:shame|embarrassment|laughter)|a little|when (?:he|she|they|i)|in (?:that|the) (?:game|level)|hair|another day))'
const intent =
  "(?:want(?:ed|s)?(?: so (?:much|badly))?|wann?a|need|going|gonna|gunna|plan|planning|intend|ready|decided|about|determined|tempted|prepared|have the urge|feel the urge|urge|urges|feel like i (?:want|need|have)|would like|longing|trying|will|i'll|shall|might|may just|could just|should just|let me|just)"
const adverb =
  '(?: (?:just|really|so badly|seriously|literally|actually|only|fucking|freaking|simply|now|tonight|today|to|gonna))*'

const urgent = [
  `${intent}${adverb} ${dying}${notIdiom}`,
  `(?:want(?:ed|s)?(?: so (?:much|badly))?|wann?a|ready|longing|decided|would like|deserve)${adverb} die${notIdiom}`,
  `${intent}${adverb} ${harming}(?! (?:in the|by accident|while|shaving|cooking))`,
  `(?:thinking|thoughts?|dreaming|fantasi[sz]ing|keep thinking) (?:of|about) (?:${kill}ing (?:${myself})|ending (?:my (?:own )?life|it all)|taking my (?:own )?life|committing ${suicide}|hanging (?:${myself}))`,
  `i(?: am|'m|m)? (?:feel(?:ing)? )?(?:so |really |very |a bit |actively |actually )?${suicide.replace('[e*]', '')}al`,
  `(?:do not|don'?t|dont|no longer|never) (?:really |even |just )?(?:want|wanna|wish)(?: to)? (?:live|be alive|be here|exist|be on this earth|wake up|go on living)(?! to )(?: any ?more| tomorrow| in this world)?(?! (?:with|in (?:this|that) (?:house|flat|city|town|job|room)|at|alone|here|there|for the party|so early|early))`,
  `(?:bought|got|saved(?: up)?|collected|hidden|have|counted(?: out)?) (?:the |enough |all the |all my |a |my )?(?:pills|rope|gun|razor blades?|sleeping tablets|tablets) (?:ready|to (?:end|die|do it|kill|finish)|for tonight|and (?:i|a plan)|so that i can)`,
  `(?:took|taken|swallowed|am taking) (?:all (?:the|my|of the|of my)|too many|a whole (?:bottle|box|pack) of|a bottle of|a lot of|an overdose of) ?(?:pills|tablets|sleeping pills|painkillers|medication|meds|paracetamol)?`,
  `(?:wrote|written|writing|write|finished) (?:a|my|the) (?:${suicide}|goodbye|farewell|last) (?:note|letters?|message)`,
  `(?:have|got|made) (?:a|my) plan (?:to (?:${dying})|for (?:${suicide}|ending))`,
  `(?:how|painless(?: ways?)?|ways?|easiest way|quickest way|best way|where) to (?:${kill} (?:${myself})|end my (?:own )?life|die without pain|commit ${suicide}|hang (?:${myself}))`,
  `(?:this is|it is|it's) (?:my )?(?:final |last )?goodbye(?: forever| everyone| to everyone| world)?(?! party| hug| kiss| dinner)`,
  `goodbye (?:cruel )?world|goodbye forever|by the time (?:you|anyone|somebody|they) (?:read|reads|find|finds) (?:this|me)|i won'?t be (?:here|around|alive) (?:tomorrow|any ?more|much longer|by (?:then|morning))`,
  `(?:tonight|today|tomorrow) (?:is the night|i (?:will )?die|i end it|it ends|will be my last (?:day|night))|my last (?:day|night) (?:on earth|alive)`,
  `(?:standing|sitting) on (?:the|a) (?:bridge|ledge|roof|edge|tracks)|(?:rope|noose) (?:around|round) my neck|(?:gun|knife) (?:to|against|at) my (?:head|throat|wrist|own)`,
  `(?:he|she|they|husband|wife|partner|boyfriend|girlfriend|father|dad|mother|mum|mom|stepfather|stepdad|ex|brother|uncle|son|somebody|someone|man) (?:(?:just|also|now|again|has|had|always|sometimes|keeps) )*(?:threaten(?:s|ed)? to|said (?:he|she|they)(?: would|'d|'ll| will)|tried to|tries to|is trying to|wants to|swore to) (?:${kill}|murder|hurt|stab|shoot|strangle|choke|beat|burn|harm) (?:me|us|my (?:kids|children|son|daughter|baby))`,
  `(?:afraid|scared|terrified|fear|know|think) (?:that )?(?:he|she|they|my (?:husband|ex|partner|boyfriend|father|dad|stepfather|son|brother))(?:'ll| will|'s going to| is going to| might| would) (?:${kill}|hurt|beat|strangle|stab|shoot|attack) (?:me|us|my (?:kids|children))`,
  `(?:he|she|husband|wife|partner|boyfriend|girlfriend|father|dad|mother|mum|mom|stepfather|stepdad|ex|brother|uncle|son) (?:(?:just|still|always|often|regularly|sometimes|again|has been|keeps on|keeps|started|has) )*(?:hits|hitting|beats|beating|choked|chokes|choking|strangled|strangles|strangling|punched|punches|kicks|raped|rapes|stabbed) me(?! (?:up for|at|in (?:chess|tennis|the race|the game)|to it|as (?:odd|strange)))`,
  `(?:not|never|don'?t feel|isn'?t) safe (?:at home|here|with him|with her|in my (?:own )?home|in this house)|(?:locked|locks) me in|(?:won'?t|will not|doesn'?t) let me (?:leave the house|leave the room|leave alive|call anyone)`,
  `i(?:'m| am|'ll| will)? ?(?:want|wanna|going|gonna|plan|planning|really want|ready|have decided|feel like)?(?: to)? ?(?:${kill}|murder|stab|shoot|strangle)(?:ing)? (?:him|her|them|everyone|everybody|people|my (?:wife|husband|boss|mother|father|children|kids|son|daughter|baby|ex|brother|sister|boyfriend|girlfriend|neighbou?r|parents|family|teacher|classmates))`,
  `(?:want|going|gonna|plan|planning|urge|about) to (?:hurt|harm|attack|burn|poison) (?:him|her|them|people|someone|somebody|everyone|my (?:wife|husband|mother|father|children|kids|son|daughter|baby|ex|partner))`,
].map(phrase('urgent'))

const concern = [
  `(?:wish|wished) (?:that )?(?:i|i'd|i'?d) ?(?:was|were|am|had|could|would|'d)? ?(?:just )?(?:be )?(?:dead|never been born|never born|not been born|die|not exist|didn'?t exist|not wake up|wouldn'?t wake up|disappear forever|just stop existing|fall asleep and never wake up)`,
  `wish i (?:did not|didn'?t|would not|wouldn'?t) (?:exist|wake up|have to (?:live|exist|be alive))|wish i had never been born|wish (?:my life|it all) (?:was|were|would) (?:over|end)`,
  `(?:better off|easier|happier|relieved) (?:without me|if i (?:was|were) (?:dead|gone|not here)|dead)`,
  `(?:no|not any|any|a|see the|what is the|what's the|whats the) (?:reason|point|purpose) (?:to|in|of|for) (?:live|living|go on|going on|being alive|staying alive|be alive|existing)`,
  `(?:tired|sick|exhausted) of (?:living|being alive|life|existing)|life (?:is not|isn'?t|is no longer) worth (?:living|it)|(?:can ?not|can'?t|cant) (?:go on|keep) living|(?:nothing|no one|nobody) (?:left )?to live for|(?:hate|hated) being alive`,
  `rather be dead|rather not be (?:here|alive)|(?:do not|don'?t|wouldn'?t|would not) (?:care|mind) if i (?:live or die|die|died|never woke up|live|lived)|hope(?:d|s)? (?:that )?i (?:die|do not wake up|don'?t wake up|never wake up|get (?:hit by a (?:car|bus|truck)|cancer))`,
  `(?:think|thinking|thought|thoughts|thinks|talk|talked|dream|dreamt|dreamed) (?:a lot |often |again |only )?(?:of|about) (?:dying|${suicide}|my own death|not being here|not existing|being dead|disappearing forever|hurting (?:${myself})|harming (?:${myself})|cutting (?:${myself}))`,
  `${suicide.replace('[e*]', '')}al(?: thoughts?| ideation| feelings)?|${suicide} (?:note|attempt|attempts|watch|plan)|attempted ${suicide}|tried to ${dying}`,
  `i (?:have |'ve |had )?(?:been )?(?:cut|cutting|burn|burned|burnt|burning|hurt|hurting|harm|harmed|harming|starve|starved|scratched) (?:${myself})(?! (?:shaving|cooking|while|on (?:a|the|some)|when|by accident|chopping|in the|playing|with (?:a|the) (?:kitchen )?knife while|off|a (?:slice|piece)|some|at|falling|running|making|slicing|peeling|doing|trying))`,
  `self[- ]?harm(?:ed|ing|s)?|fresh cuts on my (?:arms?|legs?|wrists?)|razor (?:blade )?(?:to|on|across) my (?:skin|arm|wrist|leg)`,
  `want(?:ed)? (?:to|it) (?:disappear forever|all to (?:end|stop|be over) forever|vanish forever|disappear from this world)|want everything to end forever|want it all to be over`,
  `i (?:was|got|have been|had been|am being) (?:raped|molested|sexually assaulted|sexually abused|abused|strangled|beaten(?: up)?(?! (?:at|in|by \\d|to it)\\b))|(?:raped|molested|sexually assaulted|sexually abused) me`,
  `(?:he|she|husband|wife|partner|boyfriend|girlfriend|father|dad|mother|mum|mom|stepfather|stepdad|ex) (?:hit|beat|slapped|kicked|shoved) me(?! (?:up (?:for|with)|at|in (?:chess|tennis|the (?:race|game|final))|to it|with (?:the news|a question)|that|on (?:facebook|the phone)))`,
  `afraid (?:of what )?i (?:might|will|could|would) (?:do|hurt|harm) (?:to )?(?:${myself}|him|her|them|someone|somebody|my (?:baby|child|children|kids))|afraid of what i (?:might|could) do`,
  `(?:${kill}ed|hanged|hung|shot|drowned) (?:himself|herself|themselves|themself)|(?:took|taken) (?:his|her|their) own li(?:fe|ves)|(?:committed|died by|lost (?:him|her|them) to) ${suicide}|(?:wants|wanted|going|threatens|threatened|tried|plans|talks about|talked about) (?:to )?${kill}(?:ing)? (?:himself|herself|themselves)`,
  `${kill}(?:ing)? (?:${myself})|kys|kms`,
].map(phrase('concern'))

export const crisisPhrases: readonly CrisisPhrase[] = [...urgent, ...concern]

/** Phrases of other languages that mean one thing only; texts in those languages are not read for anything else. */
export const foreignPhrases: readonly CrisisPhrase[] = [
  'ich (?:will|möchte|werde) (?:mich |mir )?(?:umbringen|sterben|das leben nehmen|nicht mehr leben|erhängen|tot sein)',
  'ich (?:bringe|bring) mich um|mich (?:heute |selbst )?umbringen|will nicht mehr leben|selbstmord begehen|suizidgedanken|mir das leben nehmen',
  "je (?:veux|vais|voudrais) (?:mourir|me tuer|me suicider|en finir|me pendre)|j'ai envie de mourir|me suicider|je ne veux plus vivre|plus envie de vivre|mettre fin à mes jours",
  'quiero (?:morir(?:me)?|matarme|suicidarme|quitarme la vida)|voy a (?:matarme|suicidarme|quitarme la vida)|me voy a matar|no quiero (?:seguir viviendo|vivir más)|suicidarme',
  'хочу (?:умереть|сдохнуть|покончить с собой|убить себя|исчезнуть навсегда)|не хочу (?:больше )?жить|покончу с собой|покончить с собой|убью себя|наложить на себя руки|повешусь|мысли о самоубийстве',
  'ölmek istiyorum|kendimi öldür(?:mek|eceğim|mek istiyorum|esim)[\\p{L} ]*|intihar (?:etmek|edeceğim|edecem)[\\p{L} ]*|yaşamak istemiyorum|canıma kıy(?:acağım|mak)',
  'ölesim gelýär|ölmek isleýärin|özümi öldür(?:jek|mek isleýärin|erin)|ýaşasym gelenok|ýaşamak islämok|janyma kast etmek',
].map(phrase('urgent'))
