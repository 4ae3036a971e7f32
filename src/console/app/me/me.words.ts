import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Mina uppgifter', en: 'My details' },
  phone: { sv: 'Ditt mobilnummer', en: 'Your mobile number' },
  phoneHint: {
    sv: 'Hit går ett sms när ett utskick väntar på att du godkänner det. Numret syns bara för dig.',
    en: 'You get a text here when a broadcast waits for your approval. Only you see the number.',
  },
  phoneMissing: { sv: 'Skriv ditt mobilnummer.', en: 'Enter your mobile number.' },
  sendCode: { sv: 'Skicka en kod', en: 'Send a code' },
  codeSent: {
    sv: 'Vi har skickat en kod till {phone}. Den gäller till {until}. Numret sparas när du har skrivit koden.',
    en: 'We have sent a code to {phone}. It is valid until {until}. The number is saved when you have entered the code.',
  },
  code: { sv: 'Koden', en: 'The code' },
  codeHint: { sv: 'Sex siffror, i ett sms.', en: 'Six digits, in a text.' },
  confirm: { sv: 'Bekräfta numret', en: 'Confirm the number' },
  sendAgain: { sv: 'Skicka en ny kod', en: 'Send a new code' },
  another: { sv: 'Skriv ett annat nummer', en: 'Enter another number' },
  remove: { sv: 'Ta bort numret', en: 'Remove the number' },
  saved: { sv: 'Numret {phone} är sparat.', en: 'The number {phone} is saved.' },
  removed: { sv: 'Numret är borttaget.', en: 'The number is removed.' },
  none: { sv: 'Du har inget nummer sparat.', en: 'You have no number saved.' },
  sound: { sv: 'Ljud', en: 'Sound' },
  soundOn: {
    sv: 'Spela ett ljud när ett utskick väntar på att jag godkänner det',
    en: 'Play a sound when a broadcast waits for my approval',
  },
  soundHint: {
    sv: 'Gäller i den här webbläsaren, så länge konsolen är öppen.',
    en: 'In this browser, while the console is open.',
  },
  hear: { sv: 'Hör ljudet', en: 'Hear the sound' },
} satisfies Record<string, Wording>;
