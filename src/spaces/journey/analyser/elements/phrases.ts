/** Groups of words that several rules of beliefs, thinking traps and challenges are made of; sources of patterns. */

export const softeners =
  '(?:(?:just|really|truly|always|still|simply|also|honestly|only|so|such|very|too|completely|totally|utterly|kind of|basically|clearly|obviously|genuinely|often|sometimes|even|probably|definitely|secretly|all|already|constantly|actually|never|ever) )*'

/** What people call themselves and others when they are hard on them. */
export const faults =
  '(?:failure|loser|idiot|burden|fraud|impostor|imposter|mess|disappointment|(?:terrible|horrible|bad|awful) (?:person|mother|mom|father|dad|wife|husband|parent|friend|daughter|son|human|partner|student|teacher)|worthless|useless|unlovable|stupid|ugly|broken|weak|pathetic|dumb|incompetent|inadequate|unworthy|boring|monster|coward|mistake|waste|nobody|lazy|hopeless|selfish|damaged|inferior|unlikeable|defective|crazy|fool|nothing|joke|screw up|disgrace|disaster|freak|weirdo|outsider|quitter|phony)'

export const insults = '(?:jerk|bully|liar|bastard|bitch|asshole|moron|snob|narcissist|psycho|creep|villain|thief)'

export const strengths =
  '(?:strong|capable|worthy|enough|good enough|lovable|loved|resilient|smart|strong enough|in control|worth it|a good|a strong|deserving|able to handle)'

const relatives =
  '(?:boss|friends?|family|parents|mother|father|mom|mum|dad|husband|wife|coworkers?|colleagues?|partner|boyfriend|girlfriend|teacher|teachers|professor|manager|sister|brother|kids|children|son|daughter|team|therapist|roommate|classmates|neighbou?rs|in laws|ex)'

export const kin = `my (?:best |new |old )?${relatives}`

export const everyone = `(?:everyone|everybody|nobody|no one|people|they|others|all of them|he|she|${kin})`

export const negativeFeelings =
  '(?:sad|depressed|angry|mad|anxious|nervous|afraid|scared|terrified|lonely|alone|guilty|ashamed|embarrassed|hurt|upset|miserable|overwhelmed|frustrated|jealous|hopeless|helpless|worried|stressed|numb|empty|exhausted|disappointed|devastated|unhappy|lost|heartbroken|humiliated|furious|awful|terrible|horrible|worthless|rejected|trapped)'
