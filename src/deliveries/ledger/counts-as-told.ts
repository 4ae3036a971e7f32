import type { DeliveryStatus } from '../delivery.js';

/**
 * Whether a phone has had a broadcast, or is about to get it, by the status of its delivery. In doubt counts as yes: a
 * phone that may have had the broadcast does not get it twice. Extensions, all-clears and letterbox notes use the same
 * rule. A phone may have a delivery on each channel. It has had the broadcast if any of them says so.
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

/** The same as {@link countsAsTold}, as an SQL condition on the rows of `delivery`. */
export const countsAsToldSql = (delivery: string): string =>
  `${delivery}.status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;
