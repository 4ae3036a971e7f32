import type { Wording } from '../../../kernel/refusal.js';
import type { SocialAccount, SocialPost } from '../api/answers.js';

export const words = {
  title: { sv: 'Sociala medier', en: 'Social media' },
  lead: {
    sv: 'Konton som publicerar det som kommunen publicerar på webben. Ett nytt konto publicerar inget som redan har hänt.',
    en: 'Accounts that post what the municipality publishes on the web. A new account posts nothing that has already happened.',
  },
  notYours: {
    sv: 'Tjänsteägare och administratörer sköter kontona.',
    en: 'Service owners and administrators keep the accounts.',
  },
  none: { sv: 'Det finns inga konton.', en: 'There are no accounts.' },
  on: { sv: 'Påslaget', en: 'Switched on' },
  off: { sv: 'Avstängt', en: 'Switched off' },
  refused: {
    sv: '{network} godtar inte kontots nyckel sedan {at}. Inget publiceras förrän du sparar en ny.',
    en: '{network} has not accepted the token of the account since {at}. Nothing is posted until you save a new one.',
  },
  posts: {
    sv: 'Texter på {language}, högst {most} tecken',
    en: 'Texts in {language}, at most {most} characters',
  },
  add: { sv: 'Lägg till ett konto', en: 'Add an account' },
  addIt: { sv: 'Lägg till', en: 'Add' },
  added: { sv: 'Kontot {name} är tillagt.', en: 'The account {name} is added.' },
  network: { sv: 'Nätverk', en: 'Network' },
  mastodonHow: { sv: 'Ett konto på en Mastodonserver', en: 'An account on a Mastodon server' },
  facebookHow: { sv: 'En sida', en: 'A page' },
  address: { sv: 'Serverns adress', en: 'Address of the server' },
  addressHint: { sv: 'Som https://social.example', en: 'Such as https://social.example' },
  notAnAddress: { sv: 'Skriv en hel webbadress.', en: 'Write a whole web address.' },
  token: { sv: 'Nyckel (token)', en: 'Token' },
  mastodonToken: {
    sv: 'Med behörigheterna read:accounts, read:statuses och write:statuses. Den visas aldrig igen.',
    en: 'With the scopes read:accounts, read:statuses and write:statuses. It is never shown again.',
  },
  facebookToken: {
    sv: 'Sidans egen nyckel, med pages_manage_posts, pages_read_engagement och pages_manage_engagement. Den visas aldrig igen.',
    en: 'The token of the page itself, with pages_manage_posts, pages_read_engagement and pages_manage_engagement. It is never shown again.',
  },
  newToken: { sv: 'Ny nyckel', en: 'New token' },
  newTokenHint: { sv: 'Lämna tomt för att behålla den gamla.', en: 'Leave it empty to keep the old one.' },
  missing: { sv: 'Fyll i fältet.', en: 'Fill in the field.' },
  language: { sv: 'Språk', en: 'Language' },
  languageHint: {
    sv: 'Saknas texten på språket används utskickets första text.',
    en: 'If there is no text in the language, the first text of the broadcast is used.',
  },
  active: { sv: 'Påslaget', en: 'Switched on' },
  change: { sv: 'Ändra', en: 'Change' },
  changeOf: { sv: 'kontot {name}', en: 'the account {name}' },
  save: { sv: 'Spara', en: 'Save' },
  notNow: { sv: 'Avbryt', en: 'Cancel' },
  saved: { sv: 'Kontot {name} är sparat.', en: 'The account {name} is saved.' },
  remove: { sv: 'Ta bort kontot', en: 'Remove the account' },
  removeSure: { sv: 'Ja, ta bort kontot', en: 'Yes, remove the account' },
  removed: {
    sv: 'Kontot är borttaget. Inläggen finns kvar på nätverket.',
    en: 'The account is removed. Its posts stay on the network.',
  },
} satisfies Record<string, Wording>;

/** The networks' own names. */
export const networkNames: Readonly<Record<SocialAccount['network'], string>> = {
  mastodon: 'Mastodon',
  facebook: 'Facebook',
};

export const postWords = {
  title: { sv: 'På sociala medier', en: 'On social media' },
  planned: { sv: 'Publiceras när utskicket går ut.', en: 'Posted when the broadcast goes out.' },
  plannedReply: {
    sv: 'Publiceras som svar på det första inlägget.',
    en: 'Posted as a reply to the first post.',
  },
  waiting: { sv: 'Publiceras nu.', en: 'Being posted now.' },
  again: { sv: 'Gick inte än. Nytt försök {at}.', en: 'Did not succeed yet. Next try {at}.' },
  posted: { sv: 'Publicerat.', en: 'Posted.' },
  failed: { sv: 'Inte publicerat.', en: 'Not posted.' },
  characters: { sv: '{n} av {most} tecken', en: '{n} of {most} characters' },
  cut: { sv: 'Slutet får inte plats, så texten kortas.', en: 'The end does not fit, so the text is cut.' },
  open: { sv: 'Öppna inlägget', en: 'Open the post' },
  copyLead: {
    sv: 'Kopiera texten och publicera den själv. Låt länken vara kvar.',
    en: 'Copy the text and post it yourself. Leave the link in it.',
  },
  copyUnsure: {
    sv: 'Det är oklart om inlägget kom ut. Titta på kontot innan du publicerar texten själv.',
    en: 'It is not known whether it was posted. Look at the account before you post the text yourself.',
  },
  copy: { sv: 'Kopiera texten', en: 'Copy the text' },
  copied: { sv: 'Texten är kopierad.', en: 'The text is copied.' },
  notCopied: {
    sv: 'Det gick inte att kopiera. Markera texten själv.',
    en: 'Could not copy. Select the text yourself.',
  },
  retry: { sv: 'Försök igen', en: 'Try again' },
  stop: { sv: 'Sluta försöka', en: 'Stop trying' },
  on: { sv: 'på {name}', en: 'on {name}' },
  withdrawal: { sv: 'Säger att meddelandet är tillbakadraget.', en: 'Says that the message was withdrawn.' },
} satisfies Record<string, Wording>;

const reasons: Readonly<Record<string, Wording>> = {
  'token-refused': {
    sv: 'Nätverket godtar inte kontots nyckel.',
    en: 'The network does not accept the token.',
  },
  'token-unreadable': {
    sv: 'Kontots nyckel måste sparas igen.',
    en: 'The token of the account must be saved again.',
  },
  'too-many': { sv: 'Nätverket tar inte emot fler just nu.', en: 'The network takes no more at the moment.' },
  unprocessable: { sv: 'Nätverket godtar inte texten.', en: 'The network does not accept the text.' },
  overtaken: {
    sv: 'Ett nyare inlägg om samma händelse ersatte det.',
    en: 'A newer post of the incident replaced it.',
  },
  expired: { sv: 'Utskicket har gått ut.', en: 'The broadcast has expired.' },
  'switched-off': { sv: 'Kontot stängdes av.', en: 'The account was switched off.' },
  'not-published-before': {
    sv: 'Kontot har inte publicerat det som drogs tillbaka.',
    en: 'The account has not posted what was withdrawn.',
  },
  timeout: { sv: 'Nätverket svarade inte i tid.', en: 'The network did not answer in time.' },
};
const otherReason: Wording = {
  sv: 'Nätverket svarade inte som väntat ({reason}).',
  en: 'The network did not answer as expected ({reason}).',
};

/** Why a post did not succeed. */
export const reasonWording = ({ reason = '' }: Pick<SocialPost, 'reason'>): Wording =>
  reasons[reason] ?? otherReason;
