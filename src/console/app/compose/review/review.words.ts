import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  saving: { sv: 'Sparar utkastet och räknar …', en: 'Saving the draft and counting …' },
  saved: { sv: 'Utkastet är sparat.', en: 'The draft is saved.' },
  reaches: { sv: 'Det här når utskicket', en: 'What the broadcast reaches' },
  phones: { sv: 'telefoner', en: 'phones' },
  mobiles: { sv: 'mobiler', en: 'mobiles' },
  landlines: { sv: 'fasta telefoner', en: 'landlines' },
  addresses: { sv: 'adresser', en: 'addresses' },
  unreachable: { sv: 'adresser går inte att nå', en: 'addresses cannot be reached' },
  suppressed: { sv: 'Utelämnade', en: 'Left out' },
  cost: { sv: 'Kostnad, ungefär', en: 'Cost, about' },
  time: { sv: 'Tid att skicka, ungefär', en: 'Time to send, about' },
  partsInAll: { sv: 'Sms-delar', en: 'SMS parts' },
  calls: { sv: 'Samtal', en: 'Calls' },
  asReceived: { sv: 'Så kommer det fram', en: 'As it will be received' },
  from: { sv: 'Från {sender}', en: 'From {sender}' },
  textFacts: { sv: '{language}, {parts}, {encoding}', en: '{language}, {parts}, {encoding}' },
  to: { sv: 'Till', en: 'To' },
  lane: { sv: 'Hur brådskande', en: 'Urgency' },
  expires: { sv: 'Skickas inte efter', en: 'Not sent after' },
  channels: { sv: 'Telefoner', en: 'Phones' },
  exercise: { sv: 'Övning', en: 'Exercise' },
  live: { sv: 'Nej, det är på riktigt', en: 'No, it is for real' },
  isExercise: { sv: 'Ja, inga riktiga telefoner nås', en: 'Yes, no real phones are reached' },
  typeCount: {
    sv: 'Skriv antalet telefoner som utskicket når',
    en: 'Type the number of phones the broadcast reaches',
  },
  typeCountHint: {
    sv: 'Utskicket är stort. Läs siffrorna ovan och skriv hur många telefoner det når.',
    en: 'The broadcast is large. Read the figures above and type how many phones it reaches.',
  },
  countMissing: { sv: 'Skriv antalet telefoner.', en: 'Type the number of phones.' },
  countDiffers: {
    sv: 'Du skrev {typed}. Det stämmer inte med siffrorna ovan. Är det rätt personer du når?',
    en: 'You typed {typed}. That does not match the figures above. Are you reaching the right people?',
  },
  nobody: {
    sv: 'Utskicket når ingen telefon. Gå tillbaka till Vem? och välj någon annan plats.',
    en: 'The broadcast reaches no phone. Go back to Who? and choose another place.',
  },
  submit: { sv: 'Skicka för godkännande', en: 'Submit for approval' },
  secondPerson: {
    sv: 'Inget skickas förrän en annan person har godkänt.',
    en: 'Nothing is sent until another person has approved.',
  },
} satisfies Record<string, Wording>;
