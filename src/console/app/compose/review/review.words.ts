import type { Wording } from '../../../../kernel/refusal.js';

export const words = {
  saving: { sv: 'Sparar utkastet och räknar …', en: 'Saving the draft and counting …' },
  saved: { sv: 'Utkastet är sparat.', en: 'The draft is saved.' },
  changedMeanwhile: {
    sv: 'Utskicket har ändrats sedan du öppnade det, av en kollega eller i en annan flik. Sparar du ditt försvinner den ändringen.',
    en: 'The broadcast has changed since you opened it, by a colleague or in another tab. If you save yours, that change is lost.',
  },
  seeTheirs: { sv: 'Se utskicket som det är nu', en: 'See the broadcast as it is now' },
  saveMine: { sv: 'Spara mitt ändå', en: 'Save mine anyway' },
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
  secondPersonWeb: {
    sv: 'Inget publiceras förrän en annan person har godkänt.',
    en: 'Nothing is published until another person has approved.',
  },
  secondPerson: {
    sv: 'Inget skickas förrän en annan person har godkänt.',
    en: 'Nothing is sent until another person has approved.',
  },
} satisfies Record<string, Wording>;
