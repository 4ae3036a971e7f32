import type { Wording } from '../../../../kernel/refusal.js';
import type { WhyNotPublished } from '../form/publication.js';

export const words = {
  publishing: { sv: 'På webben', en: 'On the web' },
  usual: { sv: 'Som vanligt', en: 'As usual' },
  usualHow: {
    sv: 'Det som gäller ett område publiceras. Det som gäller en fastighet eller några få adresser gör det inte.',
    en: 'What concerns an area is published. What concerns a property or a few addresses is not.',
  },
  usualArea: {
    sv: 'Det här publiceras, för det gäller ett område.',
    en: 'This is published, because it concerns an area.',
  },
  usualFew: {
    sv: 'Det här publiceras inte, för det gäller en fastighet eller några få adresser.',
    en: 'This is not published, because it concerns a property or a few addresses.',
  },
  usualTopic: {
    sv: 'Det här publiceras, för SMS-tjänsten publiceras.',
    en: 'This is published, because the topic is.',
  },
  usualFirst: {
    sv: 'Det här publiceras, för det första meddelandet gjorde det.',
    en: 'This is published, because the first message was.',
  },
  yes: { sv: 'Publicera', en: 'Publish' },
  yesHow: {
    sv: 'På sidan Aktuellt, i flödena och i rutan på kommunens webbplats, när det godkänns och går ut.',
    en: 'On the page of current messages, in the feeds and on the municipality’s website, when it is approved and goes out.',
  },
  no: { sv: 'Publicera inte', en: 'Don’t publish' },
  noHow: { sv: 'Bara de som får meddelandet ser det.', en: 'Only those who get the message see it.' },
  pageLink: { sv: 'Avsluta sms:et med länken till sidan', en: 'End the SMS with the link to the page' },
  linkCosts: {
    sv: 'Med länken blir sms:et {with}. Utan blir det {without}.',
    en: 'With the link the SMS takes {with}. Without, it takes {without}.',
  },
  linkCostsIn: {
    sv: '{language}: med länken blir sms:et {with}. Utan blir det {without}.',
    en: '{language}: with the link the SMS takes {with}. Without, it takes {without}.',
  },
  linkFree: {
    sv: 'Länken ryms. Sms:et blir {with}, som utan den.',
    en: 'The link fits. The SMS takes {with}, as without it.',
  },
  linkFreeIn: {
    sv: '{language}: länken ryms. Sms:et blir {with}, som utan den.',
    en: '{language}: the link fits. The SMS takes {with}, as without it.',
  },
  asOnPhone: { sv: 'Så ser sms:et ut i telefonen', en: 'How a phone shows the SMS' },
  webOnly: {
    sv: 'Bara på webben: inga sms och inga samtal',
    en: 'On the web only: no SMS and no calls',
  },
  nobodysPhone: { sv: 'Ingen telefon får det här.', en: 'No phone gets this.' },
  nobodysPhoneHow: {
    sv: 'Det syns bara för den som läser kommunens webbplats eller flöden.',
    en: 'Only those who read the municipality’s website or feeds see it.',
  },
  addPage: { sv: 'Lägg till en längre text för webben', en: 'Add a longer text for the web' },
  addPageIn: {
    sv: 'Lägg till en längre text för webben på {language}',
    en: 'Add a longer text for the web in {language}',
  },
  removePage: { sv: 'Ta bort texten för webben', en: 'Remove the text for the web' },
  removePageIn: {
    sv: 'Ta bort texten för webben på {language}',
    en: 'Remove the text for the web in {language}',
  },
  headline: { sv: 'Rubrik på webben', en: 'Headline on the web' },
  headlineIn: { sv: 'Rubrik på webben på {language}', en: 'Headline on the web in {language}' },
  headlineHint: {
    sv: 'Säg vad som gäller och var. Lämna tomt, så visas textens första mening.',
    en: 'Say what holds and where. Leave it empty to show the first sentence of the text.',
  },
  page: { sv: 'Text på webben', en: 'Text on the web' },
  pageIn: { sv: 'Text på webben på {language}', en: 'Text on the web in {language}' },
  pageHint: {
    sv: 'Det som inte får plats i sms:et. En tom rad börjar ett nytt stycke. Lämna tomt, så visas sms:et.',
    en: 'What the SMS has no room for. An empty line begins a new paragraph. Leave it empty to show the SMS.',
  },
  pageHintAlone: {
    sv: 'Skriv vad som har hänt, var, hur länge och vad man ska göra. En tom rad börjar ett nytt stycke.',
    en: 'Say what has happened, where, for how long and what to do. An empty line begins a new paragraph.',
  },
  characters: { sv: '{n} av högst {most} tecken', en: '{n} of at most {most} characters' },
} as const;

export const whyNotWords: Record<WhyNotPublished, Wording> = {
  exercise: { sv: 'En övning publiceras aldrig.', en: 'An exercise is never published.' },
  topic: {
    sv: 'Det här publiceras inte, för SMS-tjänsten publiceras inte. Det går att ändra under SMS-tjänster.',
    en: 'This is not published, because the topic is not. That can be changed under Topics.',
  },
  first: {
    sv: 'Det här publiceras inte, för det första meddelandet publicerades inte.',
    en: 'This is not published, because the first message was not.',
  },
};
