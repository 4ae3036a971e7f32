import type { Wording } from '../../../../kernel/refusal.js';
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
  remarks: { sv: 'Bland de planerade', en: 'Among the planned' },
  spent: { sv: 'Tid och kostnad', en: 'Time and cost' },
  spentHint: {
    sv: 'Kostnaden är räknad på kommunens priser och det som har skickats.',
    en: 'The cost is worked out from the municipality’s prices and what was sent.',
  },
  sms: { sv: 'Sms framme', en: 'SMS delivered' },
  voice: { sv: 'Samtal framme', en: 'Calls delivered' },
  ofPlanned: { sv: '{delivered} av {planned}', en: '{delivered} of {planned}' },
  parts: { sv: 'Skickade sms-delar', en: 'SMS parts sent' },
  placed: { sv: 'Samtal som har ringts', en: 'Calls placed' },
  unitsAt: { sv: '{units} ({cost})', en: '{units} ({cost})' },
  cost: { sv: 'Kostnad, ungefär', en: 'Cost, about' },
  took: { sv: 'Tog', en: 'Took' },
  left: {
    sv: 'Ungefär {duration} kvar. Klart {moment}.',
    en: 'About {duration} left. Done {moment}.',
  },
  rate: { sv: 'Just nu skickas {n} i minuten.', en: '{n} a minute are sent now.' },
  stands: { sv: 'Just nu skickas inget.', en: 'Nothing is sent right now.' },
  csv: { sv: 'Hämta som CSV', en: 'Download as CSV' },
  fileDoubts: { sv: 'osäkra', en: 'in doubt' },
  doubtsCsv: { sv: 'Hämta de osäkra, en för en', en: 'Download those in doubt, one by one' },
  summary: {
    sv: '{percent} procent klart. {delivered} framme av {planned}.',
    en: '{percent} per cent done. {delivered} of {planned} delivered.',
  },
  paused: {
    sv: 'Utskicket är pausat. {delivered} framme av {planned}.',
    en: 'The broadcast is paused. {delivered} of {planned} delivered.',
  },
  onWeb: {
    sv: 'Det är publicerat på webben. Ingen telefon får det.',
    en: 'It is published on the web. No phone gets it.',
  },
  offWeb: {
    sv: 'Det är avbrutet. Webben säger att det inte gäller längre.',
    en: 'It is cancelled. The web says that it no longer applies.',
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
