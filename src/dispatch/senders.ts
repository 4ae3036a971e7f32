import type { BroadcastKind } from '../broadcasts/broadcast.js';
import type { Channel } from '../deliveries/delivery.js';
import type { Config } from '../platform/config/config.js';

/** Something with a rate of its own that messages go out from. */
export interface Sender {
  /** Also its key in the rate store. */
  readonly id: string;
  readonly channel: Channel;
  /** A sender name or an E.164 number. */
  readonly address: string;
  /** Topics and alerts have different senders, so that STOP to a topic can't silence a water alert. */
  readonly kinds: readonly BroadcastKind[];
  /** Segments a second for SMS, calls a second for voice. */
  readonly unitsPerSecond: number;
}

export const sendersOf = (config: Config): readonly Sender[] => [
  {
    id: 'alert-sms',
    channel: 'sms',
    address: config.get('ALERT_SENDER'),
    kinds: ['alert'],
    unitsPerSecond: config.get('SMS_SEGMENTS_PER_SECOND'),
  },
  {
    id: 'topic-sms',
    channel: 'sms',
    address: config.get('TOPIC_SENDER'),
    kinds: ['topic', 'verification'],
    unitsPerSecond: config.get('SMS_SEGMENTS_PER_SECOND'),
  },
  {
    id: 'alert-voice',
    channel: 'voice',
    address: config.get('VOICE_SENDER'),
    kinds: ['alert'],
    unitsPerSecond: config.get('CALLS_PER_SECOND'),
  },
];

export const senderFor = (senders: readonly Sender[], kind: BroadcastKind, channel: Channel): Sender => {
  const sender = senders.find((s) => s.channel === channel && s.kinds.includes(kind));
  if (!sender) throw new Error(`no sender for ${kind} by ${channel}`);
  return sender;
};
