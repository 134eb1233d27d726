/** What is said to somebody whose words sound like a crisis. Numbers stand here only where they are beyond doubt. */
export const words = {
  title: 'You do not have to carry this alone',
  lead: 'Something in this text sounds like a very hard moment. Cairn reads words only; it may be wrong, and it judges nothing.',
  now: 'If you or somebody else is in danger now, call your local emergency number.',
  lines: [
    { where: 'European Union', number: '112', what: 'emergency' },
    { where: 'United States and Canada', number: '988', what: 'call or text, day and night' },
    { where: 'United Kingdom and Ireland', number: '116 123', what: 'Samaritans, day and night' },
  ],
  elsewhere: 'Elsewhere, search for “helpline” and the name of your country, or ask a doctor or a hospital near you.',
  somebody: 'It can be enough to tell one person: “I am not doing well. Can you stay with me for a while?”',
  contact: 'The person you chose',
  noContact: 'Add somebody you would call',
  silence: 'Nobody was told of this, and nothing of it was sent anywhere.',
  hide: 'Put this away',
  show: 'Help, and somebody to talk to',
  setting: {
    label: 'Who would you call in a hard moment?',
    hint: 'A name and a number, for example. Cairn shows it to you above a text that sounds like one, and to nobody else.',
    save: 'Save',
    saved: 'Saved',
  },
} as const
