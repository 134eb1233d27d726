/** What a person comes to see, as a source of patterns: a proposition about themselves, or one that holds in general. */

/** Subjects that are read as they stand, whatever is said of them. */
const subjects =
  '(?:i|my|me|we|our|it|this|that (?:is|was|would|will|does|did)|there|how|why|what|when|most|people|life|no|not|maybe|sometimes|he|she|they|the|whenever|every|each|if|everything|all|happiness|nothing|part|some)'

const gerund =
  '(?!(?:evening|morning|building|meeting|wedding|parking|spring|ceiling|king|ring|string|painting)\\b)[a-z]+ing'

/** Things of the inner life and between people: what is said of them is rarely news. */
const inner =
  '(?:trust|grief|love|anger|fears?|shame|guilt|worry|anxiety|sadness|joy|silence|praise|criticism|perfection|perfectionism|control|comparison|honesty|patience|kindness|rest|stress|loneliness|closeness|friendships?|marriage|relationships?|boundaries|success|failure|strength|weakness|healing|forgiveness|hope|pride|envy|jealousy|boredom|discipline|motivation|confidence|courage|habits?|feelings?|emotions?|thoughts?|pain|hurt|growth|progress|recovery|sobriety|freedom|safety|approval|respect|conflicts?|expectations?|mistakes?|memories|disappointment|gratitude|solitude|longing|regret|resentment|self respect|self care|vulnerability|intimacy|loyalty|change|peace|calm)'

/** Verbs of what things do to people again and again, in the plain present. */
const effects =
  '(?:needs?|makes?|helps?|brings? out|matters?|hurts?|heals?|changes?|feeds?|protects?|hides?|ends? up|takes? (?:time|longer|courage|patience|practice)|(?:goes|go|works?) (?:better|best)|comes? from|feels? (?:like|safer|better|worse)|[a-z]+ (?:me|myself|us))'

/** What tells a judgement from news: "work was never the problem", but not "the bus was late". */
const judgements =
  '(?:(?:is|are) not|(?:was|were) not (?:the|my|about|a|what|why|how|enough|really)|(?:is|are|was|were) (?:never|always|often|only|just|really|more|less|worth|enough|part of|about|what|how|why|where|okay|a (?:choice|habit|skill|way|form|kind|gift|signal|sign)|my (?:way|body|fear|father|mother)|the (?:same|brave|right|wrong|real|one|only|price|way))|does not|do not|can not|can (?:be|hurt|heal|wait|mean|help|change|feel)|never (?:was|were|has|have|meant)|always|ha(?:s|ve) nothing to do with)'

const opening =
  '(?!(?:that|if|whether|how|to|is|are|was|were|out|of|about|with|from|a|an|some|somebody|someone|half|yesterday|today|tomorrow|tonight|one|two) )'

/** Days, hours, prices and places tell of news. */
const news =
  '(?![^.!?;]*\\b(?:tomorrow|yesterday|tonight|upstairs|downstairs|outside|next door|near here|euros?|dollars?|pounds?|cents?|price|prices|minutes|o clock|(?:on|at|until|since|in) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|fridays|saturdays|one|two|three|four|five|six|seven|eight|nine|ten|noon|midnight|may|june|july|\\d+))\\b)'

/** A subject of up to four words that is of the inner life, or of which something general is said. */
export const general = `${news}${opening}[a-z]+(?:(?<= ${inner})|(?= (?:[a-z]+ ){0,2}?${inner}\\b)|(?=(?: [a-z]+){0,3}? (?:${effects}|${judgements})\\b))`

/** The proposition stands in the group `what`. */
export const proposition = `(?:that |just |now |, )*(?<what>(?:${subjects}|${gerund}|${general})\\b)`
