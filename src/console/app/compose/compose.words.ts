import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Nytt utskick', en: 'New broadcast' },
  change: { sv: 'Ändra utskicket', en: 'Change the broadcast' },
  steps: { sv: 'Steg', en: 'Steps' },
  who: { sv: 'Vem?', en: 'Who?' },
  what: { sv: 'Vad?', en: 'What?' },
  review: { sv: 'Granska', en: 'Review' },
  next: { sv: 'Fortsätt', en: 'Continue' },
  toReview: { sv: 'Granska utskicket', en: 'Review the broadcast' },
  back: { sv: 'Tillbaka', en: 'Back' },
  startOver: { sv: 'Börja om', en: 'Start over' },
  startOverSure: {
    sv: 'Allt du har fyllt i här försvinner. Vill du börja om?',
    en: 'All that you filled in here will be gone. Start over?',
  },
  keep: { sv: 'Nej, behåll', en: 'No, keep it' },
  faults: { sv: 'Det här behöver rättas', en: 'This needs to be corrected' },
  goOn: { sv: 'Fortsätt på det', en: 'Go on with it' },
  begun: {
    sv: 'Det här är något som du började på {moment}.',
    en: 'This is something that you began {moment}.',
  },
  begunFor: {
    sv: 'Det här är något som du började på {moment}. Det var till {whom}.',
    en: 'This is something that you began {moment}. It was for {whom}.',
  },
  begunUnknown: {
    sv: 'Det här är något som du har börjat på tidigare.',
    en: 'This is something that you began earlier.',
  },
  begunHow: {
    sv: 'Fortsätt på det om det fortfarande gäller. Annars börjar du om.',
    en: 'Go on with it if it still holds. Otherwise start over.',
  },
  startOverDraft: {
    sv: 'Utkastet som är sparat avbryts också.',
    en: 'The draft that is saved is cancelled too.',
  },
  submittedAlready: {
    sv: 'Utskicket väntar på godkännande. När du granskar en ändring blir det ett utkast igen och måste skickas in på nytt.',
    en: 'The broadcast waits for approval. When you review a change it becomes a draft again and must be submitted again.',
  },
  returnedNote: { sv: 'Återlämnat av {name}: ”{note}”', en: 'Returned by {name}: “{note}”' },
} satisfies Record<string, Wording>;

export const whoWords = {
  way: { sv: 'Hur vill du välja?', en: 'How do you want to choose?' },
  places: { sv: 'Platser', en: 'Places' },
  polygon: { sv: 'Rita', en: 'Draw' },
  near: { sv: 'Nära', en: 'Near' },
  topic: { sv: 'SMS-tjänst', en: 'Topic' },
  search: { sv: 'Sök plats eller adress', en: 'Search for a place or an address' },
  searchHint: {
    sv: 'Fastighet, kvarter, bostadsområde, kommun eller gatuadress. En adress ger hela fastigheten.',
    en: 'Property, block, area, municipality or street address. An address stands for its whole property.',
  },
  results: { sv: 'Träffar', en: 'Results' },
  noResults: {
    sv: 'Inga träffar på ”{q}”. Pröva en del av namnet.',
    en: 'Nothing found for “{q}”. Try part of the name.',
  },
  onlyLike: {
    sv: 'Inget heter ”{q}”. Det här liknar det.',
    en: 'Nothing is called “{q}”. These resemble it.',
  },
  moreResults: {
    sv: 'De {n} första av fler träffar. Skriv mer av namnet om det inte är någon av dem.',
    en: 'The first {n} of more results. Type more of the name if it is none of them.',
  },
  taken: { sv: '(vald)', en: '(chosen)' },
  takenAlready: {
    sv: '{name} är redan vald. Den står under Valt hittills.',
    en: '{name} is chosen already. It stands under Chosen so far.',
  },
  lastPlaces: { sv: 'Dina senaste platser', en: 'Your last places' },
  wholeBlock: { sv: 'Ta hela kvarteret {name}', en: 'Take the whole block {name}' },
  wholeBlockTaken: {
    sv: 'Kvarteret {name} är valt i stället för {property}.',
    en: 'The block {name} is chosen instead of {property}.',
  },
  here: { sv: 'Min position', en: 'My position' },
  locating: { sv: 'Söker din position …', en: 'Finding your position …' },
  notLocated: {
    sv: 'Din position gick inte att hitta. Sök en adress, eller peka på kartan.',
    en: 'Your position could not be found. Search for an address, or point at the map.',
  },
  located: {
    sv: 'Kartan visar din position, på {metres} meter när. Peka ut platsen.',
    en: 'The map shows your position, to within {metres} metres. Point out the place.',
  },
  drawSearch: { sv: 'Visa en plats på kartan', en: 'Show a place on the map' },
  drawSearchHint: {
    sv: 'Kartan går dit. Inget väljs.',
    en: 'The map goes there. Nothing is chosen.',
  },
  chosen: { sv: 'Valt hittills', en: 'Chosen so far' },
  drawnPart: { sv: 'Ritad yta', en: 'Drawn area' },
  nearPoint: { sv: 'Inom {metres} m från en punkt', en: 'Within {metres} m of a spot' },
  nearLine: { sv: 'Inom {metres} m från en ledning', en: 'Within {metres} m of a line' },
  nearAddress: { sv: 'Inom {metres} m från {name}', en: 'Within {metres} m of {name}' },
  without: { sv: 'Utom', en: 'But not' },
  searchAddress: { sv: 'Sök en adress', en: 'Search for an address' },
  searchAddressHint: {
    sv: 'Alla inom avståndet från adressen nås. Eller peka ut en läcka eller en ledning på kartan.',
    en: 'Everyone within the distance of the address is reached. Or point out a leak or a pipe on the map.',
  },
  metres: { sv: 'Avstånd i meter', en: 'Distance in metres' },
  metresFault: {
    sv: 'Skriv ett avstånd från 1 till 5 000 meter.',
    en: 'Write a distance from 1 to 5,000 metres.',
  },
  fine: { sv: 'Undanta platser eller välj bort roller', en: 'Leave out places or roles' },
  minus: { sv: 'Undanta en plats', en: 'Leave out a place' },
  minusHint: {
    sv: 'Adresserna där räknas inte. Den som också finns på en annan vald adress nås ändå.',
    en: 'The addresses there don’t count. Who is also at another chosen address is reached all the same.',
  },
  roles: { sv: 'Vilka på platsen?', en: 'Who there?' },
  onlyRole: { sv: 'Bara', en: 'Only' },
  nobodyYet: { sv: 'Ingen är vald än.', en: 'Nobody is chosen yet.' },
  remove: { sv: 'Ta bort {name}', en: 'Remove {name}' },
  added: { sv: '{name} är vald.', en: '{name} is chosen.' },
  removed: { sv: '{name} är borttagen.', en: '{name} is removed.' },
  notDraw: {
    sv: 'Kan du inte rita? Välj Platser och sök efter kvarter eller adresser i stället.',
    en: 'Can’t you draw? Choose Places and search for blocks or addresses instead.',
  },
  topicLegend: { sv: 'Vilken SMS-tjänst?', en: 'Which topic?' },
  noTopics: { sv: 'Det finns inga SMS-tjänster.', en: 'There are no topics.' },
  counting: { sv: 'Räknar …', en: 'Counting …' },
} satisfies Record<string, Wording>;

export const whatWords = {
  text: { sv: 'Meddelande', en: 'Message' },
  textIn: { sv: 'Meddelande på {language}', en: 'Message in {language}' },
  textHint: {
    sv: 'Skriv vad som har hänt, var, hur länge och vad man ska göra. Avsluta med kommunens namn: det läggs inte till i sms.',
    en: 'Say what has happened, where, for how long and what to do. End with the municipality’s name: it is not added to SMS.',
  },
  textHintTopic: {
    sv: 'Skriv kort vad det gäller. ”{municipality}:” sätts först, om namnet inte redan står med, och sist hur man slutar prenumerera.',
    en: 'Say briefly what it is about. “{municipality}:” is put first, unless the name is there already, and last how to unsubscribe.',
  },
  left: { sv: '{parts}, {left} tecken kvar i delen', en: '{parts}, {left} characters left in it' },
  encoding: { sv: 'teckenkodning {encoding}', en: 'encoding {encoding}' },
  costly: {
    sv: '{letters} finns inte i det vanliga sms-alfabetet. Meddelandet blir {segments} delar i stället för {without}.',
    en: '{letters} is not in the usual SMS alphabet. The message takes {segments} parts instead of {without}.',
  },
  costlyFree: {
    sv: '{letters} finns inte i det vanliga sms-alfabetet. Färre tecken ryms i en del.',
    en: '{letters} is not in the usual SMS alphabet. Fewer characters fit in a part.',
  },
  ownVoice: { sv: 'Egen text till fasta telefoner', en: 'A text of its own for landlines' },
  voice: { sv: 'Läses upp i fasta telefoner', en: 'Read aloud to landlines' },
  voiceHint: {
    sv: 'Utan egen text läses meddelandet upp som det är, två gånger.',
    en: 'Without its own text the message is read as it is, twice.',
  },
  second: { sv: 'Meddelandet på fler språk', en: 'The message in more languages' },
  addLanguage: { sv: 'Lägg till', en: 'Add' },
  secondHint: {
    sv: 'Den som har valt språket får den texten. Alla andra får texten på {language}.',
    en: 'Those who chose that language get that text. Everyone else gets the text in {language}.',
  },
  language: { sv: 'Språk', en: 'Language' },
  removeLanguage: { sv: 'Ta bort texten på {language}', en: 'Remove the text in {language}' },
  lane: { sv: 'Hur brådskande är det?', en: 'How urgent is it?' },
  channels: { sv: 'Vilka telefoner?', en: 'Which phones?' },
  start: { sv: 'När ska det skickas?', en: 'When is it to be sent?' },
  startNow: { sv: 'Skicka nu', en: 'Send now' },
  startNowHow: { sv: 'Så snart det har godkänts.', en: 'As soon as it is approved.' },
  startLater: { sv: 'Skicka senare', en: 'Send later' },
  startLaterHow: { sv: 'På en tid som du väljer.', en: 'At a time that you choose.' },
  startAt: { sv: 'Skicka', en: 'Send at' },
  expiry: { sv: 'Sluta skicka efter', en: 'Stop sending after' },
  expiryHint: { sv: 'Efter den tiden skickas inget mer.', en: 'Nothing is sent after that.' },
  expiryAtChoice: { sv: 'Välj tid', en: 'Choose a time' },
  expiryAt: { sv: 'Sluta skicka', en: 'Stop sending at' },
  exercise: { sv: 'Det här är en övning', en: 'This is an exercise' },
  exerciseHint: {
    sv: 'Texten får ordet ÖVNING, och inga riktiga telefoner nås.',
    en: 'The text says ÖVNING, and no real phones are reached.',
  },
} satisfies Record<string, Wording>;

export const hours = {
  one: { sv: '{n} timme', en: '{n} hour' },
  other: { sv: '{n} timmar', en: '{n} hours' },
} satisfies { one: Wording; other: Wording };
