import type { Wording } from '../../../kernel/refusal.js';
import type { Webhook, WebhookLog } from '../api/answers.js';

type Logged = WebhookLog['deliveries'][number];

export const words = {
  title: { sv: 'Webhooks', en: 'Webhooks' },
  lead: {
    sv: 'Andra system får veta när ett utskick går ut, ändras och är över. De får texterna, aldrig några telefonnummer.',
    en: 'Other systems are told when a broadcast goes out, changes and is over. They get its texts, never a phone number.',
  },
  notYours: {
    sv: 'Du behöver rollen systemägare eller administratör för att sköta webhooks.',
    en: 'You need the role service owner or admin to keep webhooks.',
  },
  none: { sv: 'Inga mottagare är inlagda.', en: 'There are no endpoints.' },
  all: { sv: 'Alla webhooks', en: 'All webhooks' },
  gone: { sv: 'Mottagaren finns inte längre.', en: 'The endpoint does not exist any more.' },
  on: { sv: 'På', en: 'On' },
  off: { sv: 'Avstängd', en: 'Off' },
  goneAt: {
    sv: 'Mottagaren svarade {at} att den inte vill ha fler meddelanden. Därför är den avstängd. Hör med den som sköter den.',
    en: 'The endpoint answered at {at} that it wants no more messages, so it is switched off. Ask who keeps it.',
  },
  add: { sv: 'Lägg till en mottagare', en: 'Add an endpoint' },
  addIt: { sv: 'Lägg till', en: 'Add' },
  description: { sv: 'Beskrivning', en: 'Description' },
  descriptionHint: {
    sv: 'Vilket system det är, och vem som sköter det.',
    en: 'Which system it is, and who keeps it.',
  },
  address: { sv: 'Adress', en: 'Address' },
  addressHint: { sv: 'Börjar med https://', en: 'Begins with https://' },
  missing: { sv: 'Fyll i fältet.', en: 'Fill in the field.' },
  notAnAddress: { sv: 'Skriv en hel webbadress.', en: 'Write a whole web address.' },
  events: { sv: 'Får veta', en: 'Is told' },
  noEvents: { sv: 'Välj minst en.', en: 'Choose at least one.' },
  includeUnpublished: {
    sv: 'Även det som inte publiceras. Bara för kommunens egna system.',
    en: 'Also what is not published. Only for the municipality’s own systems.',
  },
  state: { sv: 'Läge', en: 'State' },
  active: { sv: 'Påslagen', en: 'Switched on' },
  change: { sv: 'Ändra', en: 'Change' },
  save: { sv: 'Spara', en: 'Save' },
  notNow: { sv: 'Avbryt', en: 'Cancel' },
  saved: { sv: 'Ändringen är sparad.', en: 'The change is saved.' },
  secretTitle: { sv: 'Spara hemligheten nu', en: 'Keep the secret now' },
  secretLead: {
    sv: 'Den visas bara en gång. Ge den till den som sköter mottagaren, på ett säkert sätt.',
    en: 'It is shown only once. Give it to who keeps the endpoint, in a safe way.',
  },
  rotate: { sv: 'Byt hemlighet', en: 'Rotate the secret' },
  rotateHint: {
    sv: 'Den gamla gäller också tills du tar bort den.',
    en: 'The old one is valid too until you drop it.',
  },
  drop: { sv: 'Ta bort den gamla hemligheten', en: 'Drop the old secret' },
  dropHint: {
    sv: 'Två hemligheter gäller. Ta bort den gamla när mottagaren använder den nya.',
    en: 'Two secrets are valid. Drop the old one when the endpoint uses the new one.',
  },
  dropped: { sv: 'Den gamla hemligheten är borttagen.', en: 'The old secret is dropped.' },
  test: { sv: 'Skicka ett testmeddelande', en: 'Send a test message' },
  tested: {
    sv: 'Testmeddelandet skickas. Se loggen.',
    en: 'The test message is on its way. See the log.',
  },
  remove: { sv: 'Ta bort mottagaren', en: 'Remove the endpoint' },
  removeSure: { sv: 'Ja, ta bort den och dess logg', en: 'Yes, remove it and its log' },
  log: { sv: 'Logg', en: 'Log' },
  logEmpty: { sv: 'Inget har skickats.', en: 'Nothing was sent.' },
  more: { sv: 'Visa fler', en: 'Show more' },
  tries: { sv: 'Försök: {n}', en: 'Tries: {n}' },
  answered: { sv: 'Svar: {status}', en: 'Answer: {status}' },
  why: { sv: 'Fel: {reason}', en: 'Error: {reason}' },
  next: { sv: 'Nästa försök {at}', en: 'Next try {at}' },
  allTries: { sv: 'Alla försök', en: 'All tries' },
  triesOf: { sv: 'av {what} {at}', en: 'of {what} {at}' },
  took: { sv: '{ms} ms', en: '{ms} ms' },
  noEnd: { sv: 'utan slut', en: 'without an end' },
  again: { sv: 'Skicka igen', en: 'Send again' },
  againOf: { sv: '{what} {at}', en: '{what} {at}' },
  sentAgain: { sv: 'Meddelandet skickas igen.', en: 'The message is sent again.' },
} satisfies Record<string, Wording>;

export const eventWords: Readonly<Record<Webhook['events'][number], Wording>> = {
  'broadcast.approved': { sv: 'Ett utskick går ut', en: 'A broadcast goes out' },
  'broadcast.updated': { sv: 'Det uppdateras eller når fler', en: 'It is updated or reaches more people' },
  'broadcast.corrected': { sv: 'Det rättas', en: 'It is corrected' },
  'broadcast.over': { sv: 'Faran över, avbrutet eller utgånget', en: 'All-clear, cancelled or expired' },
  'broadcast.reopened': {
    sv: 'Faran fortsätter: beskedet att den var över gällde inte',
    en: 'The danger goes on: the all-clear did not hold',
  },
  'broadcast.completed': { sv: 'Allt är skickat, med antal', en: 'All of it is sent, with counts' },
};

export const typeWords: Readonly<Record<Logged['type'], Wording>> = {
  ...eventWords,
  'webhook.test': { sv: 'Testmeddelande', en: 'Test message' },
};

export const stateWords: Readonly<Record<Logged['state'], Wording>> = {
  waiting: { sv: 'Väntar', en: 'Waiting' },
  delivered: { sv: 'Levererat', en: 'Delivered' },
  failed: { sv: 'Kom inte fram', en: 'Not delivered' },
};
