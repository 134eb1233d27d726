/**
 * What happened, and what it usually does to whoever tells of it: events by the appraisals that bring feelings about
 * (Scherer 2001): loss, threat, offence, success, transgression, contamination, the unexpected. Each pattern names who
 * was in it, so that a bag that was stolen is one's own and a death is of somebody close. Words are in normal form.
 */
import { createGlance } from '../text/needed-strings.ts'
import type { EmotionLabel } from './names.ts'

export interface Appraisal {
  readonly label: EmotionLabel
  readonly weight: number
  readonly pattern: RegExp
  /** Whether a sentence can match at all. */
  readonly glance: (normal: string) => boolean
}

const relatives =
  '(?:mother|mum|mom|father|dad|parents|brother|sister|son|daughter|child|children|kids|boy|girl|baby|husband|wife|partner|fiance|fiancee|boyfriend|girlfriend|grandmother|grandma|gran|grandfather|grandpa|granddad|grandson|granddaughter|aunt|uncle|cousin|niece|nephew|family|twins?)'
const companions =
  '(?:best friend|oldest friend|friends?|roommates?|flatmates?|neighbou?rs?|colleagues?|teammates?|mentor|teacher)'
const animals = '(?:dog|cat|puppy|kitten|horse|rabbit|hamster|parrot)'
const kin = `(?:my|our) (?:[a-z]+ ){0,2}${relatives}`
const close = `(?:my|our) (?:[a-z]+ ){0,2}(?:${relatives}|${companions}|${animals})`
const authority =
  '(?:my|the|our) (?:[a-z]+ ){0,2}(?:boss|manager|supervisor|director|landlord|teacher|professor|company|insurance|airline|bank|builder|contractor|clerk|agency)'
const somebody = `(?:somebody|someone|he|she|they|people|a (?:man|woman|guy|stranger|driver|thief)|the (?:man|woman|driver|thief|other driver)|${close}|${authority}|my ex|my exes|(?:my|our) (?:[a-z]+ ){0,2}(?:ex|in laws))`
const owned = '(?:my|our) (?:[a-z]+ ){0,2}[a-z]+'
const danger = '(?:lump|tumou?r|shadow|spot|mass|crack|leak)'
const vermin =
  '(?:cockroach(?:es)?|roach(?:es)?|rats?|mice|mouse|maggots?|worms?|bed ?bugs?|bugs|lice|fleas|flies|slugs?|ticks?)'
const filth =
  '(?:vomit|puke|dog mess|poo|poop|faeces|feces|pus|snot|phlegm|mucus|toenails?|toe nails|slime|filth|sewage|mould|mold|excrement|spit|saliva|dandruff)'
const food = '(?:soup|bread|milk|salad|plate|food|apple|cup|coffee|sandwich|meat|fridge|dinner|lunch|rice|cheese)'

const appraise = (label: EmotionLabel, weight: number, ...sources: readonly string[]): Appraisal[] =>
  sources.map((source) => {
    const pattern = new RegExp(`(?<![\\w'])(?:${source})(?![\\w'])`, 'u')
    return { label, weight, pattern, glance: createGlance(pattern) }
  })

const losses = [
  ...appraise(
    'grieving',
    1.1,
    `${close} (?:of [a-z]+ [a-z]+ )?(?:has |had |have )?(?:just |suddenly |finally )?(?:died|passed away|passed|drowned|was killed|were killed|took (?:his|her) own life|stopped breathing|breathed (?:his|her) last)`,
    `(?:sat|was|stayed|stood) (?:by|with|at) (?:his|her|their) (?:side|bed) (?:until|when|while)`,
    `(?:lost|buried|burying|bury) (?:my|our) (?:[a-z]+ ){0,2}(?:${relatives}|${animals}|friend)`,
    `(?:lost|losing) (?:the|our|my) baby|(?:adoption|pregnancy|engagement|marriage|deal|move) (?:fell through|failed|broke down|was called off|ended)`,
    `put (?:my|our|the) (?:[a-z]+ ){0,2}${animals} (?:down|to sleep)`,
    `(?:my|our) (?:[a-z]+ ){0,2}${animals} (?:was|got) (?:hit|run over)`,
    `(?:funeral|wake|burial|grave|ashes) (?:of|for) ${close}`,
    `nothing (?:more )?(?:they|the doctors|anyone|anybody) can do for ${close}`,
  ),
  ...appraise(
    'sad',
    0.9,
    `${kin} (?:has |had )?(?:left|moved out|walked out|packed (?:his|her) (?:bags|things))`,
    `(?:left|leaving|dumped|divorced|divorcing) (?:me|us)`,
    `${close} (?:is|are) (?:moving|leaving|emigrating)(?: away| abroad| to)?`,
    `${close} no longer (?:knows|recogni[sz]es|remembers|speaks|talks|writes|visits)`,
    `(?:no longer|never) (?:wants?|calls?|writes?|visits?|talks?) (?:to )?(?:see |call |write )?(?:me|us)(?: any ?more)?`,
    `(?:does|do|did) not want (?:to see|to talk to|to know|to be with) me(?: any ?more)?`,
    `(?:has|have) not (?:called|written|visited|spoken|talked)(?: to)?(?: me| us)? (?:since|for|in)`,
    `${close} (?:left|leaves|went) (?:for|to) (?:university|college|abroad|the army|boarding school)`,
    `(?:blocked|unfriended|deleted|ghosted|cut off) (?:me|my|our|all our|all my)`,
    `(?:stopped|quit) (?:answering|calling|writing|talking|speaking|replying)(?: to)?(?: me| my| us)?`,
    `(?:we|i) (?:sold|lost|gave away) (?:my|our|the) (?:[a-z]+ ){0,2}(?:home|house|piano|farm|garden|ring|boat|business)`,
    `(?:they|the city|the owners) (?:closed|shut|tore down|demolished|sold) (?:the|our|my) [a-z]+ where (?:i|we)`,
    `(?:where|when) (?:he|she|they) used to (?:sit|sleep|live|play|work|stand|be)`,
    `(?:house|home|place|school|street|village) (?:i|we) grew up in (?:was|is being|got) (?:torn down|sold|demolished|gone)`,
    `(?:had|have) to (?:give up|sell|close|leave) (?:my|our|the) (?:[a-z]+ ){0,2}(?:home|house|shop|farm|business|flat|country|dog|cat)`,
  ),
  ...appraise(
    'lonely',
    0.9,
    `(?:nobody|no one|none of them) (?:came|called|wrote|showed up|turned up|visited|remembered|asked)`,
    `(?:eat|ate|eating|sit|sat|spend|spent|spending|celebrated|celebrate) (?:[a-z]+ ){0,3}(?:alone|by myself|on my own)`,
    `(?:did|do) not (?:ask|invite|include) me(?: along| too| either)?`,
    `(?:without|left) (?:asking|inviting|me out|me behind)(?: me)?`,
    `(?:i|we) (?:was|were) (?:the only (?:one|person|ones)|not) (?:without|who was not|who did not|invited|asked)`,
    `(?:room|house|flat|bed|place) is so (?:quiet|empty|still)`,
  ),
  ...appraise(
    'disappointed',
    0.9,
    `(?:i|we) (?:did not|do not) (?:get|make|pass|win|qualify|finish)(?: into| for| the| it| in)?`,
    `(?:i|we) (?:failed|flunked|lost) (?:the|my|our|at) (?:[a-z]+ ){0,3}(?:exam|test|match|game|final|class|course|race|election|case|bid|job|audition)`,
    `(?:turned me down|rejected (?:me|my|us|our)|let (?:me|us) go|laid (?:me|us) off|made (?:me|us) redundant|fired me|was (?:laid off|let go|fired|rejected|turned down))`,
    `(?:my|our) (?:[a-z]+ ){0,2}(?:team|application|proposal|manuscript|visa) (?:finished last|lost|was (?:rejected|refused|turned down|denied))`,
    `gave (?:the|my) (?:[a-z]+ ){0,2}(?:part|role|job|place|spot|position) to (?:somebody|someone|another)`,
  ),
]

const threats = [
  ...appraise(
    'afraid',
    1,
    `(?:followed|chased|stalked|threatened|watching|stalking|following|cornered|grabbed|ran at|came at|attacked|shot at|mugged) (?:me|us)`,
    `(?:with|had|held|pulled) (?:a|his|her) (?:knife|gun|pistol|weapon)`,
    `(?:footsteps|noises|a noise|voices|somebody|someone|a stranger|a man) (?:[a-z]+ )?(?:in the (?:attic|cellar|basement|hall|dark|house)|at (?:my|our|the) (?:door|window)|in (?:my|our) (?:room|house|garden|yard|flat))`,
    `(?:tried|trying) to (?:open|break|force|get into|break into) (?:my|our|the) (?:[a-z]+ )?(?:door|window|house|flat|room|car)`,
    `(?:my|our|the) (?:brakes?|engine|parachute|rope|ladder|lift|elevator|plane|boat|ice) (?:[a-z]+ )?(?:failed|did not work|gave way|broke|stopped|dropped|caught fire|would not stop|cracked|snapped|sank)`,
    `(?:we|i) could not (?:open the door|get out|breathe|find the way|stop the car|swim)`,
    `(?:water|flames|fire|smoke|flood) (?:kept|was|were|came) (?:rising|coming|spreading|closer|nearer|up)`,
    `ground (?:shook|trembled|moved)|earthquake|house shook`,
    `(?:lost|alone|stranded) (?:in the (?:woods|forest|dark|mountains|fog|desert)|after dark|at night)`,
    `(?:woke up|wake up|came home|turned around) (?:and|to) (?:somebody|someone|a man|a stranger|smoke|flames)`,
    `(?:stuck|trapped|hung|dangling) (?:on|in|under|between|over) (?:[a-z]+ )?(?:ledge|cliff|lift|elevator|car|cave|rubble|roof|room|ice)`,
    `(?:heard|hear|hearing) (?:the |a )?(?:shots?|sirens?|explosions?|gunfire|screams?|bombs?)`,
    `came straight at (?:me|us)|on the wrong side`,
    `(?:shouts|yells|throws things|hits|breaks things) (?:[a-z]+ ){0,3}when (?:he|she) (?:drinks|is drunk|is angry|has been drinking)`,
    `(?:engine|motor|heart|machine) stopped|caught fire`,
    `showed its teeth|growled at (?:me|us)|bared its teeth`,
    `knows where (?:i|we) live|(?:waits?|waited|waiting|stood|stands?|standing) (?:outside|in front of) (?:my|our) (?:house|door|window|flat|work)`,
    `(?:car|truck|lorry|bus|driver) (?:[a-z]+ ){0,4}(?:spun|swerved|skidded|came straight at|slid)`,
  ),
  ...appraise(
    'worried',
    1,
    `(?:doctors?|nurse|scan|x ray|mri|vet|dentist) (?:[a-z]+ ){0,2}(?:found|saw|showed|shows|sees) (?:a|an|something|some) (?:[a-z]+ )?(?:${danger}|wrong)?`,
    `(?:results?|biopsy|diagnosis) (?:[a-z]+ ){0,5}(?:come|comes|are|is|due|arrive|not in)`,
    `${close} (?:was|is being|has been|got) (?:rushed|taken|brought) to (?:the )?(?:hospital|er|emergency)`,
    `${close} (?:[a-z]+ ){0,2}(?:should have been|was supposed to be|is not) (?:home|back|here)`,
    `(?:let go of my hand|was gone|went missing|is missing|did not come home|has not come home|phone is off)`,
    `(?:can not|could not|unable to) (?:pay|afford|cover|make) (?:the|my|our) (?:[a-z]+ )?(?:rent|bills?|mortgage|loan|payments?|fees?)`,
    `(?:sold|selling|terminated|kicking us out of|evicting us from) (?:my|our|the) (?:flat|house|apartment|building|lease)`,
    `(?:have|has|only have) (?:[a-z]+ ){0,2}(?:days?|weeks?|months?) to (?:find|move|leave|pay|decide|get out)`,
    `(?:going to|will|want to|plan to|about to) (?:cut|close|lay off|fire|shut|let go|dismiss)(?: down)? (?:[a-z]+ ){0,3}(?:jobs?|people|staff|us|department|office|plant|branch)`,
    `(?:go|going) (?:under the knife|into surgery|in for surgery|for an operation)|(?:my|his|her) (?:surgery|operation) is (?:next|on|to ?morrow|in)`,
    `(?:tomorrow|on monday|next week|in an hour|tonight) i (?:have to|must|will have to|am supposed to) (?:speak|present|give|perform|sing|testify|explain|tell|defend|take)`,
    `(?:have|had) (?:an |my |a )?(?:exam|interview|test|court date|hearing|presentation|operation|surgery) (?:tomorrow|next|on|in)`,
    `(?:my|our|the) (?:[a-z]+ ){0,2}(?:contract|lease|visa|permit|savings|insurance) (?:ends|runs out|expires|is running out|is up)`,
    `(?:office|police|court|doctor|hospital|headmaster|principal|bank|boss|hr) wants to (?:see|speak to|talk to|question) (?:me|us)`,
    `${close} (?:has not|did not|does not) (?:answered|answer|called|picked up|pick up|come home) (?:[a-z]+ ){0,3}(?:phone|since|last night|yet|home)`,
    `(?:can not|could not) remember (?:a thing|anything|a word)`,
  ),
]

const offences = [
  ...appraise(
    'angry',
    1,
    `${somebody} (?:[a-z]+ )?(?:stole|took|broke|ruined|damaged|scratched|keyed|destroyed|wasted|sold|threw out|threw away|read|opened|copied|deleted) ${owned}(?: without asking)?`,
    `${somebody} (?:[a-z]+ )?(?:hit|slapped|punched|kicked|pushed|shoved|spat at|spat on|yelled at|screamed at|shouted at|insulted|cheated on|lied to|used|robbed|scammed|tricked|mocked|humiliated|blamed|accused|framed|betrayed|set up|stood up|cut off|ignored|interrupted|laughed at|keeps interrupting|talked over|threatened|lectured|dismissed|bullied) (?:me|us|our|my)`,
    `(?:drove|backed|crashed|bumped) into my (?:parked )?(?:car|bike|fence|gate)`,
    `(?:accused|blamed|suspected) (?:me|us) of`,
    `broke (?:his|her|their) (?:promise|word)`,
    `(?:rearranged|went through|searched|rummaged through) my`,
    `(?:used|uses|wore|took|takes) my (?:[a-z]+ ){0,2}and (?:denied|denies|lied|never|did not|broke|ruined)`,
    `for (?:[a-z]+ ){0,2}(?:they|he|she) never (?:did|made|gave|sent|brought|delivered)`,
    `${somebody} (?:[a-z]+ )?(?:called|calls|calling) me (?:a |an )?(?:stupid|lazy|fat|ugly|useless|liar|idiot|names|crazy|worthless|dumb)`,
    `(?:took|takes|taking|got|claimed) (?:the |all the )?credit for`,
    `(?:lied|lying|lies) to (?:my|our) face|lied to (?:me|us)`,
    `(?:told|tell|telling|tells) (?:everybody|everyone|the whole (?:team|office|class|town|family)) (?:[a-z]+ ){0,3}(?:i|my|me|in confidence)`,
    `behind (?:my|our) back`,
    `(?:kept|keeps|keep|withheld|refuses? to (?:return|pay|give)) (?:back )?(?:my|our|the|me|us|it)(?: [a-z]+){0,2} ?(?:deposit|money|back|wages|salary|pay)`,
    `(?:refuse|refuses|refused) to (?:pay|apologi[sz]e|help|listen|leave|give|let|talk|say sorry|refund|return)`,
    `(?:charged|overcharged|billed) (?:me|us) (?:twice|double|for)`,
    `took (?:my|our) money and`,
    `(?:gave|giving|handed) my (?:[a-z]+ ){0,2}(?:promotion|job|raise|seat|room|place|office|desk) to`,
    `(?:keeps?|kept) (?:the|my|our) (?:children|kids|son|daughter) (?:away )?from me`,
    `(?:pushed|cut|jumped|barged) in (?:front of (?:me|us)|line|the queue)|cut (?:me|us) off|gave (?:me|us) the finger`,
    `without (?:asking|telling|permission|my permission|even asking)(?: me| us)?`,
    `promised (?:[a-z]+ ){0,6}(?:and|but) (?:now|then|never|he|she|they)`,
    `made fun of (?:me|my|us|our)`,
    `(?:ate|drank|used) my (?:food|lunch|dinner|leftovers|milk|shampoo) again`,
    `(?:made|makes|make) (?:me|us) (?:[a-z]+ ){1,5}(?:again|for the (?:second|third|fourth|fifth|tenth|hundredth) time)`,
    `(?:cancelled|canceled) (?:my|our) (?:[a-z]+ )?(?:flight|booking|order|appointment|contract)`,
    `(?:nobody|no one) (?:would|will|bothered to|cared to) (?:talk to|help|answer|listen to|tell|apologi[sz]e to) (?:me|us)`,
  ),
]

const contaminations = [
  ...appraise(
    'disgusted',
    1,
    `(?:hair|${vermin}|${filth}) (?:[a-z]+ ){0,4}(?:in|on|over|inside|all over|under|behind) (?:[a-z]+ ){0,2}(?:${food}|bed|sink|bin|floor|sofa|pillow|bath|shower|towel|table|kitchen|hair|seat)`,
    `(?:found|saw|pulled|there was|there were|had|bitten into|stepped (?:in|into|on)) (?:[a-z]+ ){0,3}(?:${vermin}|${filth})`,
    `(?:thrown up|threw up|vomited|puked|been sick|peed|urinated) (?:[a-z]+ )?(?:in|on|over|all over|into|at|next to)`,
    `(?:spat|spits|spitting|spit) (?:[a-z]+ )?(?:on|in|into|at)`,
    `(?:picked|picks|picking|wiped|wipes|blew) (?:his|her|their|its) (?:nose|snot|teeth|feet|toenails)`,
    `(?:chews?|chewing|chewed|eats?|eating) with (?:his|her|their) mouth open|burp(?:s|ed|ing)?|belch(?:es|ed|ing)?|farts?|farted|farting`,
    `(?:milk|meat|food|fish|chicken|bread|egg|eggs|cream) (?:had |has |was |were |is )?(?:turned|gone off|spoiled|rotten|mouldy|moldy|sour|curdled|lumpy|rotting)`,
    `(?:rotten|rotting|mouldy|moldy|slimy|maggoty|festering|putrid|stinking|smelly|filthy|greasy) (?:[a-z]+)`,
    `(?:licked|sneezed|drooled|coughed|breathed) (?:[a-z]+ ){0,3}(?:and put it back|on|into|all over)`,
    `(?:clips|clipped|cuts|bites|chewed|chews) (?:his|her|their) (?:toenails|nails)`,
    `(?:dirty|used|soiled|bloody) (?:nappy|nappies|diapers?|plaster|tissues?|underwear|needles?|condoms?|bandages?)`,
    `smell(?:ed|s|t)? (?:sour|foul|rotten|bad|of (?:urine|sweat|vomit|mould|piss|death))`,
    `(?:covered|smeared|full|caked) (?:in|with|of) (?:[a-z]+ and )?(?:hair|${filth}|${vermin}|blood|grease|dirt)`,
    `dead (?:rat|mouse|pigeon|bird|flies|fly|animal) (?:in|on|under|behind)`,
    `(?:bragged|boasted) about the (?:women|girls)`,
    `(?:smell|stench|stink|reek) (?:of|from|came|comes)`,
    `(?:toilet|drain|sewer|sink|bin|dumpster) (?:[a-z]+ ){0,4}(?:overflow(?:ed|ing)?|backed up|blocked|full of|stank|reeked)`,
    `(?:stains?|blood|${filth}) (?:and [a-z]+ )?(?:on|in|all over) (?:the|my|our) (?:[a-z]+ )?(?:bed|sheets?|mattress|towels?|seat|wall|carpet)|bed had (?:stains|bugs|hairs)`,
    `(?:kick|kicked|kicking|beat|beating|hurt|tortured?|starved?) (?:a|the|his|her|their) (?:[a-z]+ )?(?:${animals}|animals?|chickens?|child)`,
    `(?:touched|groped|leered at|stared at|grinned at|winked at) (?:the|a|his|her) (?:[a-z]+ )?(?:waitress|girl|schoolgirl|student|child|boy|breast|bottom|leg|thigh)`,
    `(?:joked?|joking|laughed|laughs|bragged|dirty jokes?) about (?:[a-z]+ ){0,3}(?:drowned|dead|victims?|rape|schoolgirl|disabled|children|poor|refugees)`,
  ),
]

const successes = [
  ...appraise(
    'happy',
    1,
    `(?:i|we) (?:finally |just |actually )*(?:passed|won|finished|completed|made it|got into|qualified|graduated|landed|aced|beat|reached|paid off|cleared) (?:my|our|the|an?|all|it|into|to|for)`,
    `(?:offered|gave|promised) (?:me|us) (?:the|a|an|my) (?:[a-z]+ ){0,2}(?:job|position|place|role|contract|raise|promotion|spot|scholarship|loan|part)`,
    `(?:i|we) (?:got|have|had|start|started) (?:the|a|my|our|an) (?:[a-z]+ ){0,2}(?:job|a|offer|scholarship|keys|raise|promotion|new home|dream job|place|grant|visa|part)`,
    `(?:my|our) (?:[a-z]+ ){0,2}(?:manuscript|application|proposal|paper|book|visa|loan|offer|song|painting|team) (?:was|got|has been|were) (?:accepted|approved|published|chosen|granted|picked)`,
    `(?:scan|test|results?|biopsy|mri) (?:[a-z]+ )?(?:came back|is|was|are|were) (?:clear|clean|negative|normal|good|fine)|all clear`,
    `(?:ruled|decided|voted) in (?:my|our) favou?r`,
    `(?:i|we) (?:ran|swam|climbed|cycled|walked|rowed) (?:[a-z]+ ){1,5}without (?:stopping|a break|help)`,
    `(?:i|we) (?:found|bought|built) (?:a|the|our) (?:[a-z]+ )?(?:flat|house|home|place|garden) (?:[a-z]+ ){0,4}(?:we can|with a|of our|by the|i can)`,
    `${close} (?:won|passed|got into|graduated|is out of (?:the )?hospital|came home|is back|is home)`,
    `(?:my|our) (?:[a-z]+ ){0,2}(?:paper|book|poem|photo|article|song) was (?:published|printed|played|shown)`,
    `named (?:[a-z]+ ){1,4}after (?:me|us|my)`,
    `(?:surprised|treated) (?:me|us) (?:with|to) (?:a|tickets|flowers|breakfast|dinner|the)`,
    `ran (?:straight )?into my arms`,
    `(?:watched|saw) the (?:sun|stars|moon|fireworks) (?:[a-z]+ ){0,3}(?:together|from)`,
    `(?:he|she) said yes|(?:he|she) proposed|we got (?:engaged|married)`,
    `(?:my|our) (?:[a-z]+ ){0,2}(?:baby|son|daughter|child|grandson|granddaughter|niece|nephew|twins) (?:was|were|is|are) born`,
    `(?:first steps|first word|first tooth|learned to (?:walk|swim|ride))`,
    `(?:my|our) (?:[a-z]+ ){0,2}(?:team|side|band|choir|class|school) (?:[a-z]+ ){0,5}(?:won|took the|beat|came first|lifted)`,
    `(?:stood up and )?(?:clapped|cheered|applauded)(?: for (?:me|us))?`,
    `(?:threw|gave|organi[sz]ed|planned) (?:me|us) (?:a|my) (?:[a-z]+ )?(?:party|gift|present|cake|hug)`,
    `(?:brought|gave|came|got) back (?:my|our) (?:[a-z]+ )?(?:dog|cat|wallet|ring|bike|phone)|found (?:my|our) lost`,
    `(?:woke up|came out of|recovered|pulled through|is out of) (?:from )?(?:the )?(?:coma|hospital|danger|surgery)`,
    `(?:danced|dancing|sang|sing|laughed|played|swam|swimming|picnic) (?:[a-z]+ ){0,5}(?:together|until|along|all night|all day|all afternoon|in the (?:living room|kitchen|rain|sun|sea|lake))`,
    `(?:spent|spend) (?:the|our|a) (?:whole |entire |long )?(?:[a-z]+ )?(?:afternoon|day|weekend|morning|evening|summer) (?:[a-z]+ ){0,3}(?:at the (?:lake|beach|sea|pool|park|zoo|fair)|with (?:the|my|our) (?:children|kids|friends|family|grandchildren))`,
  ),
  ...appraise(
    'loving',
    0.9,
    `${close} (?:[a-z]+ )?(?:held|hugged|kissed|squeezed|stroked|took) (?:me|us|my (?:hand|face|head))`,
    `(?:climbed|sat|curled up|fell asleep) (?:on|in|into|onto) my (?:lap|arms|chest|shoulder)`,
    `(?:called|wrote|came|stopped by|phoned) (?:only |just )?to (?:say|tell me) (?:that )?(?:he|she|they) (?:thinks?|thought|loves?|misses|missed|cares?)`,
    `(?:cooked|made|baked|brought|built|knitted|wrote) (?:me|us|my [a-z]+|a [a-z]+|[a-z]+) (?:[a-z]+ ){0,3}(?:for me|for us|without being asked|just for me)`,
  ),
]

const surprises = [
  ...appraise(
    'surprised',
    1,
    `(?:out of (?:nowhere|the blue)|all of a sudden|suddenly|without (?:any )?(?:notice|warning)|without a word of warning|of all (?:people|places|things)|who would have (?:thought|guessed)|would you believe)`,
    `(?:never|not|least) (?:have |had |have ever |had ever |would have )*(?:expected|guessed|imagined|thought|dreamt|dreamed|seen it coming|dared hope)`,
    `(?:last person|last thing|last place) (?:i|we) (?:[a-z]+ ){0,3}(?:expected|guessed|imagined|thought)`,
    `(?:i|we) (?:had )?(?:thought|expected|assumed|was sure|were sure|took (?:it|him|her) for|believed) (?:[a-z]+ ){1,6}(?:,|and|but) (?:it|he|she|there|they|instead|in) (?:was|were|turned|came|had|inside|walked)`,
    `(?:turned up|showed up|appeared|stood) (?:[a-z]+ )?(?:at (?:my|our|the) door|on (?:my|our|the) doorstep|in (?:my|our) (?:kitchen|garden|office|room))`,
    `jumped out (?:from|of|at)`,
    `all at once`,
    `(?:nobody|no one) (?:had )?(?:told|warned) (?:me|us) that`,
    `(?:stranger|man|woman|child|waiter) (?:[a-z]+ ){0,4}knew my name`,
    `${close} (?:has|have) (?:started|taken up|begun) [a-z]+ing`,
    `(?:turned|turns) out to be`,
    `gave birth in|did not remember (?:sending|buying|writing|ordering|doing)`,
    `bumped into|ran into (?:my|an|the) (?:[a-z]+ )?(?:old|first|former|ex|teacher|friend|boss|love)`,
    `(?:it )?(?:turns|turned) out (?:that )?(?:[a-z]+ ){1,3}(?:is|was|are|were|had|has) (?:my|a|the|an|secretly|actually|married|born|already)`,
    `(?:told|tells|admitted to|revealed to|confessed to) (?:me|us) (?:[a-z]+ ){0,3}(?:that )?(?:he|she|they) (?:had|has|have|is|are|was|were) (?:secretly |already )?(?:joined|married|adopted|pregnant|getting|moving|bought|quit|won|written|been)`,
    `who never (?:laughs?|speaks?|sings?|dances?|smiles?|cooks?|cries|leaves)`,
    `(?:thought|believed|presumed|declared) (?:dead|lost|gone)`,
  ),
]

export const appraisals: readonly Appraisal[] = [
  ...losses,
  ...threats,
  ...offences,
  ...contaminations,
  ...successes,
  ...surprises,
]
