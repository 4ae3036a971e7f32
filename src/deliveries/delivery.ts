import type { Channel } from '../kernel/channel.js';

export const deliveryStatuses = [
  'planned',
  'suppressed',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'rejected',
  'in-doubt',
  'no-receipt',
  'unknown',
  'cancelled',
  'expired',
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** How far a status is on its way: a receipt moves a delivery to a higher rank only, and never from a final one. */
export const rankOf: Readonly<Record<DeliveryStatus, number>> = {
  suppressed: 9,
  planned: 0,
  sending: 0,
  'in-doubt': 0,
  accepted: 1,
  sent: 2,
  // These three may still be put right by the provider's own word, later.
  'no-receipt': 3,
  unknown: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  rejected: 9,
  cancelled: 9,
  expired: 9,
};

/** Statuses from which nothing more is awaited. */
export const finalStatuses: readonly DeliveryStatus[] = [
  'delivered',
  'undelivered',
  'failed',
  'rejected',
  'no-receipt',
  'unknown',
  'cancelled',
  'expired',
];

/** A delivery that may go out: its `sending` has been committed. */
export interface OutgoingDelivery {
  readonly broadcastId: string;
  /** Its number within the broadcast. */
  readonly n: number;
  readonly phone: string;
  readonly channel: Channel;
  readonly language: string;
  readonly segments: number;
  /** Made by a generator: no real phone may be reached by it. */
  readonly generated: boolean;
  /** This attempt's own. */
  readonly token: string;
  /** Until the broadcast expires, by the database's clock. */
  readonly secondsLeft: number;
}

/** A part of a broadcast that a worker holds for a while. */
export interface ClaimedBatch {
  readonly id: string;
  readonly broadcastId: string;
  readonly channel: Channel;
  /** What of it is still to be sent: without what somebody sent who held it before. */
  readonly planned: readonly { readonly n: number; readonly segments: number }[];
  /** Refuses a worker that slept through its lease. */
  readonly fence: number;
}
