import type { Wording } from '../../../kernel/refusal.js';
import type { Outcome } from './report.js';

export const outcomeWords: Record<Outcome, Wording> = {
  pending: { sv: 'Väntar på att skickas', en: 'Waiting to be sent' },
  sending: { sv: 'Lämnas över just nu', en: 'Being handed over' },
  accepted: { sv: 'Mottagna av operatören', en: 'Accepted by the operator' },
  sent: { sv: 'Skickade, kvitto väntas', en: 'Sent, receipt awaited' },
  delivered: { sv: 'Framme', en: 'Delivered' },
  undelivered: { sv: 'Kom inte fram', en: 'Not delivered' },
  failed: { sv: 'Misslyckades', en: 'Failed' },
  rejected: { sv: 'Nekade av operatören', en: 'Rejected by the operator' },
  noReceipt: { sv: 'Skickade, inget kvitto kom', en: 'Sent, no receipt came' },
  inDoubt: { sv: 'Osäkert om de skickades', en: 'Unsure whether sent' },
  unknown: { sv: 'Okänt hur det gick', en: 'Outcome unknown' },
  cancelled: { sv: 'Avbrutna', en: 'Cancelled' },
  expired: { sv: 'Tiden gick ut', en: 'Expired' },
};

export const words = {
  title: { sv: 'Resultat', en: 'Report' },
  outcome: { sv: 'Utfall', en: 'Outcome' },
  count: { sv: 'Antal', en: 'Number' },
  sum: { sv: 'Summa = planerade', en: 'Sum = planned' },
  differs: {
    sv: 'Summan {sum} stämmer inte med planerade {planned}.',
    en: 'The sum {sum} differs from the planned {planned}.',
  },
  suppressed: { sv: 'Utelämnade från början', en: 'Left out from the start' },
  suppressedHint: { sv: 'De räknas inte bland de planerade.', en: 'They are not among the planned.' },
  csv: { sv: 'Hämta som CSV', en: 'Download as CSV' },
  doubtsCsv: { sv: 'Hämta de osäkra, en för en', en: 'Download those in doubt, one by one' },
  summary: {
    sv: '{percent} procent klart. {delivered} framme av {planned}.',
    en: '{percent} per cent done. {delivered} of {planned} delivered.',
  },
  paused: {
    sv: 'Utskicket är pausat. {delivered} framme av {planned}.',
    en: 'The broadcast is paused. {delivered} of {planned} delivered.',
  },
  done: {
    sv: 'Utskicket är klart. {delivered} framme av {planned}.',
    en: 'The broadcast is completed. {delivered} of {planned} delivered.',
  },
  stopped: {
    sv: 'Utskicket är avbrutet. {delivered} framme av {planned}, {cancelled} avbröts.',
    en: 'The broadcast is cancelled. {delivered} of {planned} delivered, {cancelled} cancelled.',
  },
} satisfies Record<string, Wording>;
