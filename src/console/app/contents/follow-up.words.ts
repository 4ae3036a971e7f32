import type { Wording } from '../../../kernel/refusal.js';
import type { Relation } from '../../../kernel/relations.js';

export const followsWords: Record<Relation, Wording> = {
  'all-clear': { sv: 'Meddelar att det är över, efter', en: 'Says that it is over, after' },
  update: { sv: 'Uppdaterar', en: 'Updates' },
  correction: { sv: 'Rättar', en: 'Corrects' },
  extension: { sv: 'Utökar till fler', en: 'Extends to more people' },
};

/** What the user does when writing a follow-up: for the links to it, and its title. */
export const titleWords: Record<Relation, Wording> = {
  'all-clear': { sv: 'Meddela att det är över', en: 'Say that it is over' },
  update: { sv: 'Uppdatera', en: 'Update' },
  correction: { sv: 'Rätta', en: 'Correct' },
  extension: { sv: 'Utöka till fler', en: 'Extend to more people' },
};

export const words = {
  title: { sv: 'Följ upp', en: 'Follow up' },
  how: {
    sv: 'Uppdateringar, rättelser och beskedet att det är över går till precis dem som fick meddelandet. En utökning når nya, med samma text.',
    en: 'An all-clear, updates and corrections go to exactly those who had the message. An extension reaches others, with the same text.',
  },
  howToUpdate: {
    sv: 'En uppdatering eller en rättelse går till precis dem som fick meddelandet, till exempel om faran är tillbaka eller inte var över.',
    en: 'An update or a correction goes to exactly those who had the message, for example if the danger is back or was not over.',
  },
  danger: { sv: 'Faran', en: 'The danger' },
  goesOn: {
    sv: 'Fortsätter: det är inte över. Larmet gäller igen överallt.',
    en: 'Goes on: it is not over. The alert holds again everywhere.',
  },
  isOver: { sv: 'Är över. Bara texten rättas.', en: 'Is over. Only the text is corrected.' },
  corrected: { sv: 'Texten är rättad.', en: 'The text has been corrected.' },
  seeCorrection: { sv: 'Se rättelsen', en: 'See the correction' },
  earlier: { sv: 'ett tidigare meddelande', en: 'an earlier message' },
  made: { sv: 'Det här har följt', en: 'What has followed' },
  notSent: { sv: 'Skrivet men inte skickat', en: 'Written but not sent' },
  reminder: { sv: 'Påminnelse', en: 'Reminder' },
  broken: { sv: 'Avbrutet', en: 'Cancelled' },
  calledOffAlready: {
    sv: 'Det finns redan ett besked om att det här larmet är över',
    en: 'An all-clear is written for this alert already',
  },
  calledOffTwice: {
    sv: 'Skickas fler än en får samma personer flera. Det kan vara rätt, till exempel om faran kom tillbaka däremellan.',
    en: 'If more than one is sent, the same people get several. That may be right, for example if the danger came back in between.',
  },
  writtenBy: { sv: 'Skriven av {name}, {moment}', en: 'Written by {name}, {moment}' },
  system: { sv: 'ett system', en: 'a system' },
  otherWordings: {
    sv: 'De här fick samma meddelande med egen plats och tid. Rättelsen går inte till dem, och deras text gäller som den är:',
    en: 'These had the same message with its own place and time. The correction does not go to them, and their text stands as it is:',
  },
  correctToo: { sv: 'Rätta det till {audience} också', en: 'Correct the one to {audience} too' },
  movedToo: {
    sv: 'Precis de telefoner som fick meddelandet, också om någon har flyttat sedan dess.',
    en: 'Exactly the phones that had the message, also where somebody has moved since.',
  },
  whatTheyHad: { sv: 'Se meddelandet de fick', en: 'See the message they had' },
  samePhones: {
    sv: 'Samma telefoner som fick det förra, på samma sätt.',
    en: 'The same phones that had the other, in the same way.',
  },
} satisfies Record<string, Wording>;
