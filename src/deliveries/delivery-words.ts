import type { Wording } from '../kernel/refusal.js';
import type { DeliveryStatus } from './delivery.js';

/** The status of one message, in words for the person it was sent to. */
export const statusWords: Readonly<Record<DeliveryStatus, Wording>> = {
  planned: { sv: 'Väntar på att skickas', en: 'Waiting to be sent' },
  suppressed: { sv: 'Skickades inte', en: 'Not sent' },
  sending: { sv: 'Lämnas över just nu', en: 'Being handed over' },
  accepted: { sv: 'Mottaget av operatören', en: 'Accepted by the operator' },
  sent: { sv: 'Skickat, kvitto väntas', en: 'Sent, receipt awaited' },
  delivered: { sv: 'Framme', en: 'Delivered' },
  undelivered: { sv: 'Kom inte fram', en: 'Not delivered' },
  failed: { sv: 'Misslyckades', en: 'Failed' },
  rejected: { sv: 'Nekat av operatören', en: 'Rejected by the operator' },
  'in-doubt': { sv: 'Osäkert om det skickades', en: 'Unsure whether sent' },
  'no-receipt': { sv: 'Skickat, inget kvitto kom', en: 'Sent, no receipt came' },
  unknown: { sv: 'Okänt hur det gick', en: 'Outcome unknown' },
  cancelled: { sv: 'Avbrutet', en: 'Cancelled' },
  expired: { sv: 'Tiden gick ut', en: 'Expired' },
};
