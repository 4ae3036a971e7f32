import type { DeliveryStatus } from '../delivery.js';

/**
 * Whether a phone has had a broadcast, or is about to, by the status of its delivery. In doubt is yes: who may have had
 * it is not told a second time, and the same answer holds for who gets an extension, an all-clear, or a note in the
 * letterbox. A phone may have a delivery by each channel: it has had the broadcast if either says so.
 */
export const countsAsTold: Readonly<Record<DeliveryStatus, boolean>> = {
  planned: true,
  sending: true,
  accepted: true,
  sent: true,
  delivered: true,
  'in-doubt': true,
  'no-receipt': true,
  unknown: true,
  suppressed: false,
  rejected: false,
  undelivered: false,
  failed: false,
  cancelled: false,
  expired: false,
};

const statuses = (Object.keys(countsAsTold) as DeliveryStatus[]).filter((status) => countsAsTold[status]);

/** As {@link countsAsTold}, of the deliveries in a statement: a condition over their rows. */
export const countsAsToldSql = (delivery: string): string =>
  `${delivery}.status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;
