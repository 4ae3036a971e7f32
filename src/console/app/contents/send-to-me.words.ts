import type { Wording } from '../../../kernel/refusal.js';

export const words = {
  title: { sv: 'Prova på din egen telefon', en: 'Try it on your own phone' },
  how: {
    sv: 'Går bara till {phone}. Överst står PROV, sedan texten precis som alla får den.',
    en: 'Goes to {phone} only. It begins with PROV, then the text exactly as everyone gets it.',
  },
  language: { sv: 'Språk', en: 'Language' },
  text: { sv: 'Skicka till mig', en: 'Send it to me' },
  call: { sv: 'Ring mig', en: 'Call me' },
  texted: { sv: 'Ett sms är på väg till {phone}.', en: 'A text is on its way to {phone}.' },
  called: { sv: 'Vi ringer {phone}.', en: 'Calling {phone}.' },
  noPhone: { sv: 'Du har inget mobilnummer sparat.', en: 'You have no mobile number saved.' },
  toPhone: { sv: 'Lägg in ditt nummer', en: 'Add your number' },
} satisfies Record<string, Wording>;
