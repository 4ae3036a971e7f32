import type { Channel } from '../../kernel/channel.js';
import type { ProviderStatus } from '../providers/provider.js';

/** A text or a call in the provider's records. */
export interface ListedMessage extends ProviderStatus {
  readonly providerRef: string;
  readonly from: string;
  readonly to: string;
  /** Undefined for a call. */
  readonly text?: string;
  /** When the provider accepted it, in whole seconds. */
  readonly at: Date;
  /** `received`: from a person. `other`: the provider's own answer to such a text. */
  readonly direction: 'sent' | 'received' | 'other';
}

/** Everything that a provider has sent and received, for any client. Implementations never throw. */
export abstract class SentList {
  /**
   * Passes on what was sent and received on a channel since an instant, newest first, one page at a time. Errors of
   * `take` are thrown on.
   *
   * @returns undefined when that was all; otherwise why the list is unavailable, in the provider's words
   */
  abstract each(
    channel: Channel,
    since: Date,
    take: (page: readonly ListedMessage[]) => Promise<void>,
  ): Promise<string | undefined>;

  /** Aborts requests under way, for a worker that shuts down. */
  abstract stop(): void;
}
