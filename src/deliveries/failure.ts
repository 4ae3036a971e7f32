import { channelFacts, channels, factsOf, type Channel } from '../kernel/channel.js';

/** Why a text or a call failed, in no provider's words. Whatever is none of these ends the delivery. */
export const failureKinds = [
  /** A call: the line was busy, or nobody answered. */
  'not-answered',
  /** A text: the number takes none, since it is a landline. */
  'landline',
  /** A text: the phone is off, or there is no coverage. */
  'out-of-reach',
  /** The provider's own queue ran over. */
  'queue-full',
  /** The provider or a carrier refuses everything from this sender or account. */
  'sender-refused',
  /** The same, but only to the country of the phone. */
  'country-refused',
  /** The number does not exist. */
  'no-such-number',
  /** Whoever has the phone told the provider to stop, past us. */
  'opted-out',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** What the channels' own retries are of; it does not compile unless each is a {@link FailureKind}. */
type RetriedFailure = { [C in Channel]: keyof (typeof channelFacts)[C]['retries'] }[Channel];

/** Another try at a delivery that failed. */
export interface Retry {
  readonly failure: FailureKind;
  readonly channel: Channel;
  /** How it goes out the next time. */
  readonly next: Channel;
  readonly afterSeconds: number;
  /** Tries in all, by the channel that failed. */
  readonly maxTries: number;
}

/**
 * What is tried again, while the broadcast lives. A landline that was texted is
 * called, if the broadcast is an alert; the delivery stays one, so a phone is counted once. What stopped a sender waits
 * for somebody to start it again.
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

/** The same as a relation `retry (failure, channel, next, after_seconds, most_tries)`, for the statements that apply it. */
export const retrySql = `retry (failure, channel, next, after_seconds, most_tries) AS (VALUES ${retries
  .map(
    ({ failure, channel, next, afterSeconds, maxTries: mostTries }) =>
      `('${failure}', '${channel}', '${next}', ${afterSeconds}, ${mostTries})`,
  )
  .join(', ')})`;

/** A failure that says something of more than its delivery. */
export interface ReportedFailure {
  readonly failure: FailureKind;
  /** The provider's code. */
  readonly reason: string | null;
  readonly phone: string;
  readonly channel: Channel;
  readonly kind: 'alert' | 'topic' | 'verification';
  /** As the provider gave it. */
  readonly senderAddress: string | null;
  /** Something on the way to the provider may be the cause, rather than the sender. */
  readonly passing?: boolean;
  /** Others were refused for the same reason before it was known to be about the sender. */
  readonly takesBack?: boolean;
}

/** Which those are: about a sender, or about the phone whatever is sent to it. */
export const consequentialFailures: readonly FailureKind[] = [
  'sender-refused',
  'country-refused',
  'no-such-number',
  'opted-out',
];
