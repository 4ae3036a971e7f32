import type { Wording } from '../../../../kernel/refusal.js';
import type { Counted } from '../../language/say.js';

export const words = {
  follows: { sv: 'Följer upp: {audience}', en: 'Follows up: {audience}' },
  whoHadIt: { sv: 'Alla som fick meddelandet', en: 'Everyone who had the message' },
  whoHadItHow: {
    sv: 'Det går till precis de telefoner som fick meddelandet, en utökning eller en rättelse av det. Också den som har flyttat sedan dess får det.',
    en: 'It goes to exactly the phones that had the message, an extension or a correction of it. So it does to those who have moved since.',
  },
  whoHadItCount: {
    sv: 'Du behöver inte välja något. Hur många de är ser du när du granskar.',
    en: 'There is nothing to choose. You see how many they are when you review.',
  },
  onlyNew: {
    sv: 'Området är det som meddelandet redan har gått till. Lägg till det nya. Den som redan har fått meddelandet får det inte en gång till.',
    en: 'The area is the one that the message has gone to already. Add the new one. Whoever has had the message does not get it once more.',
  },
  whoHaveNotHadIt: { sv: 'som inte har fått meddelandet', en: 'that have not had the message' },
  haveHadIt: {
    one: {
      sv: '{n} telefon i området har redan fått meddelandet och räknas inte.',
      en: '{n} phone in the area has had the message already and is not counted.',
    },
    other: {
      sv: '{n} telefoner i området har redan fått meddelandet och räknas inte.',
      en: '{n} phones in the area have had the message already and are not counted.',
    },
  },
  nobodyNew: { sv: 'Når ingen ny telefon.', en: 'Reaches no new phone.' },
  saidBefore: { sv: 'Det här skickades {moment}', en: 'This was sent {moment}' },
  beginWithIt: { sv: 'Börja med den texten', en: 'Begin with that text' },
  namesPlace: {
    sv: 'Texten säger att den gäller {place}.',
    en: 'The text says that it applies to {place}.',
  },
  namesPlaceHow: {
    sv: 'De nya finns på andra platser och kan tro att den inte är till dem. Skriv hellre ett nytt utskick till dem, och undanta dem som redan har fått det.',
    en: 'The others are elsewhere and may think that it is not for them. Better write a new broadcast to them, and leave out those who have had it.',
  },
  sameText: { sv: 'Texten är densamma', en: 'The text is the same' },
  sameTextHow: {
    sv: 'En utökning säger det som det första meddelandet sa, lika brådskande och till samma slags telefoner. Behöver texten ändras? Skriv en uppdatering i stället.',
    en: 'An extension says what the first message said, as urgently and to the same kinds of phones. Does the text need a change? Write an update instead.',
  },
  ownPlace: { sv: 'Samma text, med egen plats och tid', en: 'The same text, with its own place and time' },
  ownPlaceHow: {
    sv: 'De som nås nu kan vara på andra platser. Skriv var och när det gäller för dem. Resten är som i det första meddelandet.',
    en: 'Those whom it reaches now may be elsewhere. Write where and when it applies to them. The rest is as in the first message.',
  },
  nobodyLeft: {
    sv: 'Ingen ny telefon nås. Alla där har redan fått meddelandet, eller kan inte nås. Gå tillbaka till Vem? och välj ett större område.',
    en: 'No new phone is reached. Everyone there has had the message already, or can’t be reached. Go back to Who? and choose a larger area.',
  },
  nobodyHadIt: {
    sv: 'Ingen telefon fick det första meddelandet, så det finns ingen att nå.',
    en: 'No phone had the first message, so there is nobody to reach.',
  },
} satisfies Record<string, Wording | Counted>;
