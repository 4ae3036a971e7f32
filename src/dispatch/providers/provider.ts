import type { Channel } from '../../kernel/channel.js';
import type { DeliveryStatus } from '../../deliveries/delivery.js';
import type { FailureKind } from '../../deliveries/failure.js';

/** One text or call to one phone, with everything its provider needs. */
export interface OutboundMessage {
  readonly channel: Channel;
  readonly to: string;
  readonly from: string;
  /** The SMS, or what the call says. */
  readonly text: string;
  /** It carries a code: in a call the text is the code alone, and is read digit by digit. */
  readonly isCode: boolean;
  /** Of the text, whatever the phone's is. */
  readonly language: string;
  /** Names the attempt in callbacks; see `writeToken`. */
  readonly token: string;
  /** Until the broadcast expires: the provider must not deliver later. */
  readonly secondsLeft: number;
  /** Either of these must never reach a real phone. */
  readonly exercise: boolean;
  readonly generated: boolean;
}

export type SendOutcome =
  /** The reference is unlike any other provider's: a room puts its name in front of one that might not be. */
  | { readonly kind: 'accepted'; readonly providerRef: string }
  /** Proven not sent: refused before processing, or failed before a byte was written. */
  | {
      readonly kind: 'not-sent';
      readonly reason: string;
      readonly retryAfterMs: number;
      readonly tooFast: boolean;
      /** The provider said when to come again: until then nothing is asked of it for this sender. */
      readonly holdMs?: number;
    }
  /** Refused for good. A code that no rule knows is somebody's to look up. */
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      readonly failure?: FailureKind;
      readonly unheardOf?: boolean;
    }
  /**
   * Nothing was sent, and nothing will be until somebody mends the account or the sender; unless it is passing, when
   * something on the way to the provider may be the cause.
   */
  | { readonly kind: 'sender-stopped'; readonly reason: string; readonly passing?: boolean }
  | { readonly kind: 'in-doubt'; readonly reason: string };

/** Where a message is on its way, in the provider's own words translated. */
export interface ProviderStatus {
  readonly status: Extract<DeliveryStatus, 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;
  readonly reason?: string;
  /** What the reason means, if anything follows from it. */
  readonly failure?: FailureKind;
  /** The sender's address as the provider knows it. */
  readonly senderAddress?: string;
}

export interface SentMessage extends ProviderStatus {
  readonly providerRef: string;
  readonly text?: string;
}

/** The provider's answer to a question, or why there is none: a status, a code, a broken connection. */
export type LookUp<T> =
  | { readonly found: T; readonly failed?: undefined }
  | { readonly failed: string; readonly found?: undefined };

/** One thing that was asked of a provider. */
export interface Examined {
  /** What it does, or what is wrong: `lists its texts`, `does not answer (…)`. */
  readonly what: string;
  /** How to fix it, if it is wrong. */
  readonly fix?: string;
}

/**
 * What sends. Implementations never throw: whatever happens is an outcome. They are reached through {@link ProviderFront}
 * only, which decides what may go out at all.
 */
export abstract class Provider {
  abstract send(message: OutboundMessage): Promise<SendOutcome>;

  /** @returns undefined as the status when the provider knows nothing of it, or says what no rule knows */
  abstract fetch(channel: Channel, providerRef: string): Promise<LookUp<ProviderStatus | undefined>>;

  /** What it has sent to a phone since an instant. */
  abstract listSince(channel: Channel, to: string, since: Date): Promise<LookUp<readonly SentMessage[]>>;

  /**
   * Takes back what the provider still queues; what is on its way goes on. Safe to repeat.
   *
   * @returns where it is now
   */
  abstract cancel(channel: Channel, providerRef: string): Promise<LookUp<ProviderStatus | undefined>>;

  /** Gives up what is being looked up, and looks nothing up any more; what is being sent goes on. */
  /** Whether it answers, and knows us: reads only, and costs nothing. For whoever sets it up. */
  abstract examine(): Promise<readonly Examined[]>;

  abstract stopLookUps(): void;

  abstract close(): Promise<void>;
}
