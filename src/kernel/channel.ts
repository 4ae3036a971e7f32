import type { PhoneKind } from './phone-number.js';
import type { Wording } from './refusal.js';
import type { BroadcastKind } from './broadcast-kinds.js';

/** What is known of a channel: one way to reach a phone. */
export interface ChannelFacts {
  /** Its name as users see it. */
  readonly words: Wording;
  /** The kind of number that it reaches. The SQL function `channel_of` has the same mapping. */
  readonly reaches: PhoneKind;
  /**
   * Which of a broadcast's texts it carries. `voice` is spoken: the provider's list of calls does not contain the text.
   */
  readonly carries: 'sms' | 'voice';
  /** The unit that rates and prices count: an SMS segment, or one call for each message. */
  readonly unit: 'segment' | 'call';
  /** The largest message that a broadcast may send by this channel. */
  readonly largest: { readonly units: number; readonly characters: number };
  /**
   * How many deliveries one sender claims at a time. Small for calls: at one call a second, a large batch would leave
   * the broadcast's other senders idle.
   */
  readonly batch: number;
  /** The longest time that a provider may queue a message before it sends it, in hours. */
  readonly queuedHours: number;
  /** Which failures are retried: by which channel, after how many seconds, and how many tries in all. */
  readonly retries: Readonly<Record<string, ChannelRetry>>;
  readonly settings: { readonly rate: string; readonly price: string };
  /**
   * Its senders. Each has the id of its first sender, the setting that names them, and the kinds of broadcast they may
   * send.
   */
  readonly senders: readonly ChannelSender[];
}

interface ChannelRetry {
  readonly next: string;
  readonly afterSeconds: number;
  readonly maxTries: number;
}

interface ChannelSender {
  readonly id: string;
  readonly setting: string;
  readonly kinds: readonly BroadcastKind[];
}

/**
 * Every channel, in the order in which a broadcast is sent. To add one: a row here, its kind in `PhoneKind`, the CHECKs of
 * `delivery.channel` and `phone.kind`, the function `channel_of`, its settings, and a provider that sends it.
 */
export const channelFacts = {
  sms: {
    words: { sv: 'Sms', en: 'Text' },
    reaches: 'mobile',
    carries: 'sms',
    unit: 'segment',
    largest: { units: 6, characters: 1600 },
    batch: 100,
    queuedHours: 10,
    retries: {
      // The provider refuses it at once. Many tries: calls of the same delivery are counted separately.
      landline: { next: 'voice', afterSeconds: 0, maxTries: 10 },
      'out-of-reach': { next: 'sms', afterSeconds: 900, maxTries: 2 },
    },
    settings: { rate: 'SMS_SEGMENTS_PER_SECOND', price: 'SEGMENT_PRICE_ORE' },
    senders: [
      { id: 'alert-sms', setting: 'ALERT_SENDER', kinds: ['alert', 'notice'] },
      { id: 'topic-sms', setting: 'TOPIC_SENDER', kinds: ['topic', 'verification'] },
    ],
  },
  voice: {
    words: { sv: 'Samtal', en: 'Call' },
    reaches: 'landline',
    carries: 'voice',
    unit: 'call',
    largest: { units: 1, characters: 1600 },
    batch: 10,
    queuedHours: 24,
    retries: { 'not-answered': { next: 'voice', afterSeconds: 180, maxTries: 3 } },
    settings: { rate: 'CALLS_PER_SECOND', price: 'CALL_PRICE_ORE' },
    senders: [{ id: 'alert-voice', setting: 'VOICE_SENDER', kinds: ['alert', 'verification', 'notice'] }],
  },
} as const satisfies Readonly<Record<string, ChannelFacts>>;

export type Channel = keyof typeof channelFacts;
type Facts = (typeof channelFacts)[Channel];
export type SenderSettingName = Facts['senders'][number]['setting'];
export type RateSettingName = Facts['settings']['rate'];

export const channels = Object.keys(channelFacts) as [Channel, ...Channel[]];

export const factsOf = (channel: Channel): Facts => channelFacts[channel];

/** The kinds of number that a channel reaches. */
export const reachedKinds = channels.map((channel) => channelFacts[channel].reaches) as [
  PhoneKind,
  ...PhoneKind[],
];

/** The channel that reaches a kind of number. */
export const channelOf = (kind: PhoneKind): Channel =>
  channels.find((channel) => channelFacts[channel].reaches === kind)!;

export const isSpoken = (channel: Channel): boolean => factsOf(channel).carries === 'voice';

/** Whether the channel is counted in segments rather than one for each message. */
export const isInSegments = (channel: Channel): boolean => factsOf(channel).unit === 'segment';

export const senderSettings: readonly SenderSettingName[] = channels.flatMap((channel) =>
  factsOf(channel).senders.map(({ setting }) => setting),
);

/** The setting that holds the default rate of a setting's senders. A sender may have a rate of its own. */
export const rateSettingOf = (sender: SenderSettingName): RateSettingName =>
  Object.values(channelFacts).find(({ senders }) => senders.some(({ setting }) => setting === sender))!
    .settings.rate;

/** The channels that fit, as a list for SQL `IN`. When none fits, the list matches nothing. */
export const channelListSql = (fits: (channel: Channel) => boolean): string =>
  `(${
    channels
      .filter(fits)
      .map((channel) => `'${channel}'`)
      .join(', ') || 'NULL'
  })`;

/** A number for each channel, as a SQL CASE over a column that holds the channel. */
export const byChannelSql = (column: string, of: (facts: Facts, at: number) => number): string =>
  `CASE ${column} ${channels.map((channel, at) => `WHEN '${channel}' THEN ${of(factsOf(channel), at)}`).join(' ')} END`;
