import type { Wording } from '../kernel/refusal.js';

/** Why phones are suppressed at enrolment, by the API's names of the reasons. */
export const suppressionWords: Readonly<Record<string, Wording>> = {
  objection: { sv: 'Har invänt mot meddelanden', en: 'Objected to messages' },
  quarantined: { sv: 'Numret fungerar inte', en: 'The number does not work' },
  'household-has-mobile': {
    sv: 'Fast telefon i hushåll som nås på mobil',
    en: 'Landline in a household reached by mobile',
  },
  'already-told': { sv: 'Har redan fått meddelandet', en: 'Had the message already' },
};

const ledgerWords: Readonly<Record<string, Wording>> = {
  ...suppressionWords,
  'confirmed-by-key': { sv: 'Bekräftade med knapptryck', en: 'Confirmed by key' },
  'sent-again-after-doubt': { sv: 'Kan ha kommit fram två gånger', en: 'May have arrived twice' },
  withdrawn: { sv: 'Ska inte längre nås', en: 'No longer to be reached' },
  'withdrawn-objection': { sv: 'Invände innan det skickades', en: 'Objected before it was sent' },
  'opted-out': { sv: 'Har svarat STOPP till avsändaren', en: 'Texted STOP to the sender' },
  busy: { sv: 'Upptaget', en: 'Busy' },
  'no-answer': { sv: 'Inget svar', en: 'No answer' },
  'answering-machine': { sv: 'Telefonsvarare tog samtalet', en: 'An answering machine took the call' },
  fax: { sv: 'En fax svarade', en: 'A fax answered' },
  canceled: { sv: 'Återkallat innan det gick ut', en: 'Taken back before it went out' },
  'worker-lost': { sv: 'Avbrott hos oss', en: 'An interruption on our side' },
  timeout: { sv: 'Operatören svarade inte i tid', en: 'The operator did not answer in time' },
  'not-in-list': { sv: 'Okänt hos operatören', en: 'Unknown to the operator' },
};

/** The words for a reason in the ledger. A provider's code without words here is shown as the code. */
export const reasonWording = (code: string): Wording =>
  ledgerWords[code] ?? { sv: `Kod ${code}`, en: `Code ${code}` };
