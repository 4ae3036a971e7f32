import type { Channel } from '../../kernel/channel.js';
import type { ProviderStatus } from '../providers/provider.js';

/** A text or a call in the provider's books. */
export interface ListedMessage extends ProviderStatus {
  readonly providerRef: string;
  readonly from: string;
  readonly to: string;
  /** Undefined of a call. */
  readonly text?: string;
  /** When the provider took it, in whole seconds. */
  readonly at: Date;
  /** `received` from somebody; `other` is the provider's own answer to such a text. */
  readonly direction: 'sent' | 'received' | 'other';
}

/** Everything that a provider has sent and received, whoever asked for it. Implementations never throw. */
export abstract class SentList {
  /**
   * Hands over what was sent and received on a channel since an instant, newest first, a page at a time. What `take` throws
   * is thrown on.
   *
   * @returns undefined when that was all; else why the list can't be had, in the provider's words
   */
  abstract each(
    channel: Channel,
    since: Date,
    take: (page: readonly ListedMessage[]) => Promise<void>,
  ): Promise<string | undefined>;

  /** Gives up what is being asked, for a worker that ends. */
  abstract stop(): void;
}
