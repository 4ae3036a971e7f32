import { channelFacts, channels, factsOf, type Channel } from '../kernel/channel.js';
import type { BroadcastKind } from '../kernel/broadcast-kinds.js';

/** Why a text or a call failed, independent of the provider. Any other reason ends the delivery. */
export const failureKinds = [
  /** A call: the line was busy, or nobody answered. */
  'not-answered',
  /** A text: the number takes none, since it is a landline. */
  'landline',
  /** A text: the phone is off, or there is no coverage. */
  'out-of-reach',
  /** The provider's own queue overflowed. */
  'queue-full',
  /** The provider or a carrier refuses everything from this sender or this account. */
  'sender-refused',
  /** As `sender-refused`, but only for the country of the phone. */
  'country-refused',
  /** The number does not exist. */
  'no-such-number',
  /** The owner of the phone opted out at the provider. We did not get that request ourselves. */
  'opted-out',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** The failures that the channels' own retries name. It only compiles if each is a {@link FailureKind}. */
type RetriedFailure = { [C in Channel]: keyof (typeof channelFacts)[C]['retries'] }[Channel];

/** Another try after a delivery failed. */
export interface Retry {
  readonly failure: FailureKind;
  readonly channel: Channel;
  /** The channel of the next try. */
  readonly next: Channel;
  readonly afterSeconds: number;
  /** Maximum number of tries, by the channel that failed. */
  readonly maxTries: number;
}

/**
 * The failures that are retried while the broadcast lives. A landline that was texted is called instead if the
 * broadcast is an alert. It stays one delivery, so a phone is counted once. What was refused because the sender is
 * stopped waits until somebody starts the sender again.
 */
export const retries: readonly Retry[] = channels.flatMap((channel): Retry[] => [
  ...Object.entries<Omit<Retry, 'failure' | 'channel'>>(factsOf(channel).retries).map(
    ([failure, retry]): Retry => ({
      failure: failure as RetriedFailure,
      channel,
      ...retry,
    }),
  ),
  { failure: 'queue-full', channel, next: channel, afterSeconds: 60, maxTries: 5 },
  { failure: 'sender-refused', channel, next: channel, afterSeconds: 60, maxTries: 5 },
  { failure: 'country-refused', channel, next: channel, afterSeconds: 60, maxTries: 5 },
]);

/**
 * The same rules as a relation `retry (failure, channel, next, after_seconds, most_tries)`, for the statements that
 * apply them.
 */
export const retrySql = `retry (failure, channel, next, after_seconds, most_tries) AS (VALUES ${retries
  .map(
    ({ failure, channel, next, afterSeconds, maxTries: mostTries }) =>
      `('${failure}', '${channel}', '${next}', ${afterSeconds}, ${mostTries})`,
  )
  .join(', ')})`;

/** A failure that has consequences beyond its own delivery. */
export interface ReportedFailure {
  readonly failure: FailureKind;
  /** The provider's code. */
  readonly reason: string | null;
  readonly phone: string;
  readonly channel: Channel;
  readonly kind: BroadcastKind;
  /** The sender's address, as the provider reported it. */
  readonly senderAddress: string | null;
  /** True if something between us and the provider may be the cause, instead of the sender. */
  readonly passing?: boolean;
  /** Other deliveries were refused for the same reason before it was known that the sender is the cause. */
  readonly takesBack?: boolean;
}

/** Those failures: they concern a sender, or everything that is sent to the phone. */
export const consequentialFailures: readonly FailureKind[] = [
  'sender-refused',
  'country-refused',
  'no-such-number',
  'opted-out',
];
