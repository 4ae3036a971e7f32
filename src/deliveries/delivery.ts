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

/** The rank of a status. A receipt only moves a delivery to a higher rank, so rank 4 and above are never left. */
export const rankOf: Readonly<Record<DeliveryStatus, number>> = {
  suppressed: 9,
  planned: 0,
  sending: 0,
  'in-doubt': 0,
  accepted: 1,
  sent: 2,
  // A later receipt from the provider may still correct these two.
  'no-receipt': 3,
  unknown: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  rejected: 9,
  cancelled: 9,
  expired: 9,
};

/** No further change is expected after these statuses. */
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

/** A delivery that may be sent: its `sending` status has been committed. */
export interface OutgoingDelivery {
  readonly broadcastId: string;
  /** Its number within the broadcast. */
  readonly n: number;
  readonly phone: string;
  readonly channel: Channel;
  readonly language: string;
  readonly segments: number;
  /** Made up by a generator: the number must not be called or texted for real. */
  readonly generated: boolean;
  /** The token of this attempt. */
  readonly token: string;
  /** Seconds until the broadcast expires, by the database's clock. */
  readonly secondsLeft: number;
}

/** A part of a broadcast that a worker holds for the time of a lease. */
export interface ClaimedBatch {
  readonly id: string;
  readonly broadcastId: string;
  readonly channel: Channel;
  /** Deliveries of the batch that are still to be sent. Those that an earlier holder sent are left out. */
  readonly planned: readonly { readonly n: number; readonly segments: number }[];
  /** Rejects the writes of a worker that slept through its lease. */
  readonly fence: number;
}
