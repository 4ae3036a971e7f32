import type { Channel } from '../kernel/channel.js';
import type { SuppressionReason } from './recipients.sql.js';

/** How many phones of one channel and language an audience has, and why some are left out. */
export interface RecipientCount {
  readonly channel: Channel;
  readonly language: string;
  /** null: will be reached. */
  readonly suppressed: SuppressionReason | null;
  readonly phones: number;
}

export interface AudienceCounts {
  readonly recipients: readonly RecipientCount[];
  readonly addresses: number;
  /** Addresses in the audience without a reached phone. */
  readonly unreachableAddresses: number;
}
