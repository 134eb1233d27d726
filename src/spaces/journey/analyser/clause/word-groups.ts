/** The closed word groups that clauses are read by: who, when, whether, and how strongly. In normal form. */

const group = (list: string) => new Set(list.split(/\s+/u).filter((word) => word !== ''))

export const selfSubjects = group("i i'm i've i'd i'll im we we're we've we'd we'll")
export const otherSubjects = group(
  "he he's he'd he'll she she's she'd she'll they they're they've they'd they'll you you're you've you'd you'll everyone everybody someone somebody anyone anybody nobody",
)
export const selfObjects = group('me us')
export const otherObjects = group('him her them')
export const selfOwners = group('my our')
export const otherOwners = group('his her their your')
export const reflexives = group('myself ourselves himself herself themselves yourself itself')

/** What stands in for things: what it is said of is felt by whoever speaks. */
export const things = group(
  "it it's it'd it'll this that that's there there's everything something nothing anything which what what's",
)

export const people = group(`
  mom mum mommy mummy momma mother mama dad daddy father papa parents parent stepmother stepmom stepfather stepdad sister
  sisters brother brothers sibling siblings son sons daughter daughters stepson stepdaughter kids kid children child
  toddler newborn teenager teenagers husband wife spouse boyfriend girlfriend partner fiance fiancé fiancée lover ex
  grandma grandpa granny grandmother grandfather grandparents grandson granddaughter grandchildren aunt auntie uncle
  cousin cousins niece nephew nephews nieces family relatives boss manager supervisor teacher teachers professor coach
  principal tutor student students classmate classmates friend friends bestie buddy mate mates pal roommate roommates
  flatmate housemate neighbor neighbors neighbour neighbours colleague colleagues coworker coworkers worker workers
  employee employees employer client clients customer customers patient patients doctor nurse therapist counselor
  counsellor psychologist dentist surgeon lawyer landlord landlady tenant driver waiter waitress officer policeman
  stranger strangers guest guests host man men woman women guy guys girl girls boy boys lady gentleman people person
  couple crowd team audience baby babies twins dog dogs puppy cat kitten folks others bride groom widow pastor priest
  leader leaders mentor assistant intern candidate director chef actor singer player players fans captain`)

/** First names that many people bear. A name in capitals within a sentence is known by what follows it. */
export const firstNames = group(`
  adam alan alex alice amanda amy andrea andrew angela ann anna anne anthony ashley barbara ben benjamin beth betty bob
  brandon brian carl carlos carol caroline charles charlie charlotte chloe chris christina christine claire daniel danny
  dave david deborah diana diane donna dylan edward elena elizabeth ella ellen emily emma eric ethan eva evan fatima
  frank gary george greg hannah harry heather helen henry ian isabella jack jacob jake james jamie jane janet jason
  jeff jen jenna jennifer jenny jeremy jess jesse jessica jim joan joe joel john johnny jonathan jordan jose joseph josh
  joshua juan judy julia julian julie justin karen kate katherine kathy katie keith kelly kenneth kevin kim kyle larry
  laura lauren leah leila leo leon leyla lily linda lisa liz louis lucas lucy luis luke maria marie mark martha martin mary
  matt matthew max megan mehmet melissa mia michael michelle miguel mike mohammed monica nancy natalie nathan nicholas
  nick nicole nina noah nora oliver olivia omar oscar pamela patricia patrick paul pedro peter philip rachel ralph
  raymond rebecca richard rob robert robin roger ron rosa rose ruth ryan sally sam samantha samuel sandra sara sarah
  scott sean sergei sharon sofia sophia sophie stella stephanie stephen steve steven susan tanya taylor teresa thomas tim
  timothy tina todd tom tommy tony tyler vanessa victor victoria walter wendy william zoe`)

export const determiners = group(`
  my our his her their your the a an this that these those some all both every each two three one another poor old little
  younger older youngest oldest elder big best close good dear whole entire eldest own other late new former first only
  ex next middle`)

export const prepositions = group(`
  with to of for about at from by in on near beside behind beyond against towards toward into onto without between among
  around like unlike than after before over under through upon across past`)

/** Words after which a clause of its own begins. */
export const clauseOpeners = group(`
  and but or because although though however so since while when whenever where as if unless that whether until once
  then how why what who yet plus except`)

/** Conjunctions that keep what is before them from speaking for what is after them. */
export const clauseBreaks = group(
  'but because although though since while when whenever if unless whether until except',
)

/** Verbs and states that a clause with somebody else's view or feeling hangs on: "I think my mother is sad". */
export const embedders = group(`
  think thinks thought thinking know knows knew say says said saying tell tells told hope hopes hoped hoping believe
  believes believed guess guessed suppose assume assumed feel felt realise realised realize realized notice noticed
  noticing see sees saw seen hear heard wish wished imagine imagined imagining bet swear mean means meant show shows
  showed shown doubt doubted suspect suspected sense sensed understand understood remember remembered worried afraid glad
  sure sorry aware sad happy fear feared learn learned learnt find found admit admitted claim claims claimed insist
  insisted wonder wondered ask asked mention mentioned explain explained apparently maybe perhaps suddenly today yesterday
  now clearly obviously meanwhile sometimes usually even tonight finally lately`)

/** Verbs that put somebody into a state: "it made her furious", "I found him crying". */
export const causers = group(`
  make makes made making leave leaves left leaving keep keeps kept keeping get gets got getting find finds found finding
  drive drives drove driving see sees saw seen seeing want wants wanted turn turned let lets gave give gives giving cause
  caused causes brought bring brings render rendered had`)

export const reporters = group(`
  said says say told tells asked asks shouted shouts yelled yells whispered whispers cried replied replies answered
  answers added adds wrote writes texted texts screamed muttered mumbled sighed admitted admits exclaimed laughed insisted
  complained snapped announced declared messaged remarked begged sobbed called`)

/** What such a word is said of brings the feeling about and does not have it: "my boss was annoying". */
export const stimuli = group(`
  annoying irritating infuriating maddening frustrating boring tedious dull disgusting gross revolting repulsive vile nasty
  nauseating sickening embarrassing humiliating awkward cringe cringy terrifying scary frightening creepy intimidating
  horrifying threatening alarming worrying unsettling disturbing confusing puzzling baffling surprising shocking stunning
  astonishing unbelievable incredible depressing saddening heartbreaking disappointing discouraging devastating tragic
  pathetic exhausting tiring draining stressful overwhelming demanding exciting thrilling amusing hilarious funny
  entertaining fun inspiring encouraging uplifting comforting soothing relaxing calming refreshing satisfying rewarding
  fulfilling charming lovely sweet adorable cute beautiful gorgeous amazing awesome wonderful fantastic great brilliant
  fabulous excellent perfect superb outstanding impressive remarkable talented clever smart wise brave kind generous
  thoughtful considerate helpful supportive awful horrible terrible dreadful rude mean cruel selfish unfair stupid
  ridiculous idiotic toxic manipulative arrogant dishonest lazy evil jerk idiot asshole bitch bastard liar moron hypocrite
  best worst nice good bad cool interesting fascinating strange weird odd touching moving unforgettable delightful
  enjoyable pleasant unpleasant hurtful insulting offensive outrageous disgraceful shameful unacceptable`)

/** Verbs of which the object feels: "he annoyed me", "I let her down". */
export const objectFelt = group(`
  annoyed annoys annoy irritated irritates irritate infuriated infuriates enraged angered angers frustrated frustrates
  bored bores disgusted disgusts repulsed embarrassed embarrasses embarrass humiliated humiliates terrified terrifies
  scared scares scare frightened frightens frighten intimidated intimidates alarmed worried worries upset upsets unsettled
  confused confuses confuse puzzled puzzles baffled surprised surprises surprise shocked shocks shock stunned stuns amazed
  amazes saddened saddens hurt hurts disappointed disappoints disappoint depressed depresses devastated devastates crushed
  exhausted exhausts drained drains overwhelmed overwhelms excited excites thrilled thrills amused amuses inspired inspires
  encouraged encourages comforted comforts comfort soothed soothes relieved relaxes calmed calms cheered cheers delighted
  delights touched touches moved pleased pleases betrayed betrays betray insulted insults offended offends bullied bullies
  mocked mocks teased rejected rejects ignored ignores abandoned dumped threatened threatens attacked robbed cheated lied
  blamed judged hit bothered bothers bother pissed freaked creeped grossed haunted haunts stressed stresses tortured broke
  impressed impresses fascinated fascinates horrified horrifies startled startles`)

/** Forms of "be" and its like, after which an -ed word tells a state. */
export const copulas = group(`
  am is are was were be been being i'm he's she's it's we're they're you're isn't aren't wasn't weren't feel feels felt
  feeling get gets got getting become becomes became look looks looked looking seem seems seemed sound sounded sounds stay
  stayed remain remained grew grow left made makes make so very too really quite deeply totally completely utterly
  extremely more most less a bit little rather pretty that's`)

export const adverbs = group(`
  not never really always still even just ever also actually so very too quite pretty often sometimes usually already
  almost only now then truly deeply totally completely absolutely extremely incredibly suddenly finally probably
  definitely certainly simply rather fairly somewhat slightly kind sort of a bit little more less most all both once again
  perhaps maybe clearly obviously genuinely honestly seriously constantly secretly barely hardly rarely seldom scarcely
  quietly long no nearly visibly particularly especially as this that today lately recently utterly terribly`)

export const negators = group(`
  not no never without hardly barely scarcely rarely seldom nobody neither nor none nothing ain't less isn't aren't wasn't
  weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't`)

export const intensifiers = group(`
  very so really extremely incredibly super absolutely totally completely truly deeply such too insanely terribly utterly
  damn fucking freaking most quite seriously immensely tremendously hugely wildly profoundly intensely overwhelmingly
  unbelievably crazy`)
export const diminishers = group('slightly somewhat bit little kinda sorta mildly fairly almost vaguely faintly')
