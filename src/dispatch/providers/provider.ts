import type { Channel } from '../../kernel/channel.js';
import type { DeliveryStatus } from '../../deliveries/delivery.js';
import type { FailureKind } from '../../deliveries/failure.js';

/** One text or call to one phone, with everything its provider needs. */
export interface OutboundMessage {
  readonly channel: Channel;
  readonly to: string;
  readonly from: string;
  /** The SMS, or the text of the call. */
  readonly text: string;
  /** The message is a verification code. In a call the text is only the code, and is read digit by digit. */
  readonly isCode: boolean;
  /** Language of the text, which may differ from that of the phone. */
  readonly language: string;
  /** Identifies the attempt in callbacks; see `writeToken`. */
  readonly token: string;
  /** Seconds until the broadcast expires. The provider must not deliver it later. */
  readonly secondsLeft: number;
  /**
   * By this process's monotonic clock, in milliseconds. The request must not begin later: the worker may have been given
   * up, and the message sent again. A process can freeze anywhere, so this is checked when the first byte is written.
   */
  readonly beginBy: number;
  /** Neither an exercise nor a generated number may reach a real phone. */
  readonly exercise: boolean;
  readonly generated: boolean;
}

export type SendOutcome =
  /**
   * The reference is unique among all providers: if it might not be, the provider's code adds a prefix with its name.
   * A provider that already knows the result of the message gives it as `receipt`.
   */
  | { readonly kind: 'accepted'; readonly providerRef: string; readonly receipt?: ProviderStatus }
  /** Proven not sent: refused before processing, or failed before a byte was written. */
  | {
      readonly kind: 'not-sent';
      readonly reason: string;
      readonly retryAfterMs: number;
      readonly tooFast: boolean;
      /** The provider said when to come back. Until then nothing is sent to it for this sender. */
      readonly holdMs?: number;
    }
  /** Refused permanently. An unknown code must be looked up by a person. */
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      readonly failure?: FailureKind;
      readonly unheardOf?: boolean;
    }
  /**
   * Nothing was sent, and nothing will be until somebody repairs the account or the sender. If `passing`, the cause may
   * instead be something between us and the provider.
   */
  | { readonly kind: 'sender-stopped'; readonly reason: string; readonly passing?: boolean }
  | { readonly kind: 'in-doubt'; readonly reason: string };

/** The status of a message, translated from the provider's own words. */
export interface ProviderStatus {
  readonly status: Extract<DeliveryStatus, 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;
  readonly reason?: string;
  /** What the reason means, if it has consequences. */
  readonly failure?: FailureKind;
  /** The sender's address as the provider reports it. */
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

/** The result of one check of a provider. */
export interface Examined {
  /** What works, or what is wrong: `lists its texts`, `does not answer (…)`. */
  readonly what: string;
  /** How to fix it, if it is wrong. */
  readonly fix?: string;
}

/**
 * Sends messages. Implementations never throw: every result is an outcome. They are called only through
 * {@link ProviderFront}, which decides what may be sent at all.
 */
export abstract class Provider {
  abstract send(message: OutboundMessage): Promise<SendOutcome>;

  /** @returns an undefined status if the provider does not know the message, or gives a status that we do not know */
  abstract fetch(channel: Channel, providerRef: string): Promise<LookUp<ProviderStatus | undefined>>;

  /** Lists what it has sent to a phone since an instant. */
  abstract listSince(channel: Channel, to: string, since: Date): Promise<LookUp<readonly SentMessage[]>>;

  /**
   * Cancels a message that the provider still queues. A message that is being sent continues. Safe to repeat.
   *
   * @returns its status now
   */
  abstract cancel(channel: Channel, providerRef: string): Promise<LookUp<ProviderStatus | undefined>>;

  /** Checks whether the provider answers and knows us. Only reads, and costs nothing. For the person who sets it up. */
  abstract examine(): Promise<readonly Examined[]>;

  /** Aborts all look-ups, and starts no more. Sending continues. */
  abstract stopLookUps(): void;

  abstract close(): Promise<void>;
}
