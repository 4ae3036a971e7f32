import type { InterfaceLanguage } from '../../kernel/language.js';

export const contactWords = {
  sv: {
    title: 'Kontakt',
    lead: (municipality: string) =>
      `Ring eller skriv till ${municipality} om du undrar över ett sms, ett samtal eller den här webbplatsen.`,
    phone: 'Telefon',
    email: 'E-post',
    web: 'Webbplats',
    elsewhere: 'Telefon, e-post och besöksadress finns på kommunens webbplats.',
    urgent: 'Är det bråttom?',
    urgentRows: [
      { term: '112', note: 'när någon är i fara' },
      { term: '113 13', note: 'information vid olyckor och kriser i samhället' },
      { term: '1177', note: 'råd om vård' },
    ],
    owners: 'Frågor om ett ämne',
    ownersText: 'Varje ämne har en ansvarig. Fråga efter den när du ringer eller skriver.',
    alerts: 'Frågor om ett viktigt besked',
    alertsText:
      'Har du fått ett sms eller ett samtal från oss och undrar om det är äkta? Samma besked står på kommunens webbplats. Ring kommunen om du är osäker, och använd inte ett nummer som du fick i meddelandet.',
  },
  en: {
    title: 'Contact',
    lead: (municipality: string) => `Call or write to ${municipality} about a text, a call or this site.`,
    phone: 'Phone',
    email: 'E-mail',
    web: 'Website',
    elsewhere: 'Phone, e-mail and address are on the municipality’s website.',
    urgent: 'Is it urgent?',
    urgentRows: [
      { term: '112', note: 'when somebody is in danger' },
      { term: '113 13', note: 'information in accidents and crises' },
      { term: '1177', note: 'advice on health care' },
    ],
    owners: 'Questions about a topic',
    ownersText: 'Each topic has somebody responsible. Ask for them when you call or write.',
    alerts: 'Questions about important news',
    alertsText:
      'Have you had a text or a call from us and wonder whether it is genuine? The same news is on the municipality’s website. Call the municipality if you are in doubt, and don’t use a number that came in the message.',
  },
} as const satisfies Record<InterfaceLanguage, unknown>;
