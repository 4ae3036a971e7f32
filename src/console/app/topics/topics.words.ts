import type { Wording } from '../../../kernel/refusal.js';
import type { Topic } from '../api/answers.js';

export const stateWords: Record<Topic['state'], Wording> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  open: { sv: 'Öppen', en: 'Open' },
  closed: { sv: 'Stängd', en: 'Closed' },
};

export const stateExplained: Record<Topic['state'], Wording> = {
  draft: { sv: 'Bara ni som arbetar här ser den.', en: 'Only staff see it.' },
  open: {
    sv: 'Alla kan börja prenumerera, och ni kan skicka.',
    en: 'Everybody can subscribe, and you can send.',
  },
  closed: {
    sv: 'Ingen kan börja prenumerera, och inget kan skickas. De som prenumererar är kvar om den öppnas igen.',
    en: 'Nobody can subscribe, and nothing can be sent. Its subscribers are still there if it is opened again.',
  },
};

export const words = {
  title: { sv: 'SMS-tjänster', en: 'Topics' },
  lead: {
    sv: 'Det som invånare kan välja att få sms om. Varje tjänst har en förvaltning och en ägare.',
    en: 'What residents can choose to get texts about. Each topic has a department and an owner.',
  },
  notYours: { sv: 'Du kan inte se SMS-tjänsterna.', en: 'You can’t see the topics.' },
  none: { sv: 'Det finns inga SMS-tjänster än.', en: 'There are no topics yet.' },
  gone: { sv: 'SMS-tjänsten finns inte.', en: 'There is no such topic.' },
  all: { sv: 'Alla SMS-tjänster', en: 'All topics' },
  create: { sv: 'Ny SMS-tjänst', en: 'New topic' },
  facts: { sv: 'Om tjänsten', en: 'About the topic' },
  department: { sv: 'Förvaltning', en: 'Department' },
  owner: { sv: 'Ägare', en: 'Owner' },
  ownerHint: {
    sv: 'Vem som ansvarar, helst som funktion: Enhetschef avfall.',
    en: 'Who is responsible, preferably by function: Head of waste.',
  },
  address: { sv: 'Adress på webben', en: 'Address on the web' },
  state: { sv: 'Läge', en: 'State' },
  change: { sv: 'Ändra', en: 'Change' },
  othersTopic: {
    sv: 'Bara en systemägare på {department} eller en administratör kan ändra tjänsten.',
    en: 'Only a service owner at {department} or an administrator can change the topic.',
  },
  nameIn: { sv: 'Namn på {language}', en: 'Name in {language}' },
  descriptionIn: { sv: 'Beskrivning på {language}', en: 'Description in {language}' },
  descriptionHint: {
    sv: 'Vad man får sms om, och ungefär hur ofta.',
    en: 'What the texts are about, and about how often.',
  },
  slug: { sv: 'Adress på webben', en: 'Address on the web' },
  slugHint: {
    sv: 'Små bokstäver a–z, siffror och bindestreck. Den kan inte ändras sedan.',
    en: 'Lower-case a–z, digits and hyphens. It can’t be changed later.',
  },
  position: { sv: 'Plats i listan', en: 'Place in the list' },
  positionHint: {
    sv: 'Lägre tal står före, inom förvaltningen.',
    en: 'Lower numbers come first, within the department.',
  },
  isPublic: { sv: 'Publiceras i flödet', en: 'Published in the feed' },
  isPublicHow: {
    sv: 'Det som skickas visas också på sidan Aktuellt, i flödena och på kommunens webbplats. Den som skriver kan säga nej för ett enskilt utskick.',
    en: 'What is sent is also shown on the page of current messages, in the feeds and on the municipality’s website. A writer can say no for a single broadcast.',
  },
  publicYes: { sv: 'Ja, om den som skriver inte säger nej', en: 'Yes, unless a writer says no' },
  publicNo: { sv: 'Nej, bara prenumeranterna får det', en: 'No, only the subscribers get it' },
  save: { sv: 'Spara', en: 'Save' },
  notNow: { sv: 'Inte nu', en: 'Not now' },
  add: { sv: 'Lägg till', en: 'Add' },
  saved: { sv: '”{name}” är sparad.', en: '“{name}” is saved.' },
  missing: { sv: 'Skriv något här.', en: 'Write something here.' },
  slugWrong: {
    sv: 'Använd bara små bokstäver a–z, siffror och enkla bindestreck.',
    en: 'Use only lower-case a–z, digits and single hyphens.',
  },
  positionWrong: { sv: 'Skriv ett heltal från 0 till 10 000.', en: 'Write a whole number from 0 to 10,000.' },
} satisfies Record<string, Wording>;

export const historyWords = {
  title: { sv: 'Prenumeranter över tid', en: 'Subscribers over time' },
  summary: {
    sv: 'Från {first} ({firstMonth}) till {last} ({lastMonth}).',
    en: 'From {first} ({firstMonth}) to {last} ({lastMonth}).',
  },
  month: { sv: 'Månad', en: 'Month' },
  began: { sv: 'Nya', en: 'New' },
  ended: { sv: 'Slutade', en: 'Left' },
  subscribers: { sv: 'Prenumeranter', en: 'Subscribers' },
  hint: {
    sv: 'Antal telefoner i slutet av varje månad. För den här månaden: nu.',
    en: 'Phones at the end of each month. For this month: now.',
  },
} satisfies Record<string, Wording>;
