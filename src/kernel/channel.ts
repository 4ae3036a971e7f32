import type { PhoneKind } from './phone-number.js';
import type { Wording } from './refusal.js';

/** What is known of one way to reach a phone. */
export interface ChannelFacts {
  /** What people call it. */
  readonly words: Wording;
  /** The kind of number it goes to. The SQL function `channel_of` says the same. */
  readonly reaches: PhoneKind;
  /** Which of a broadcast's texts it carries. `voice` is spoken: a provider's list does not tell what was said. */
  readonly carries: 'sms' | 'voice';
  /** In what a message is counted: SMS segments, or one for each message. Rates and prices are of these. */
  readonly unit: 'segment' | 'call';
  /** The largest message that a broadcast may have. */
  readonly largest: { readonly units: number; readonly characters: number };
  /**
   * How many deliveries one sender claims at a time. Few calls: at a call a second, a large batch would keep a broadcast's
   * other senders idle.
   */
  readonly batch: number;
  /** The longest that a provider may keep a message before it is sent, in hours. */
  readonly queuedHours: number;
  /** What is tried again after a failure: by which channel, after how many seconds, and how many tries in all. */
  readonly retries: Readonly<Record<string, ChannelRetry>>;
  readonly settings: { readonly rate: string; readonly price: string };
  /** Its senders: the id of the first of each, the setting that names them, and what may go out from them. */
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
  readonly kinds: readonly ('alert' | 'topic' | 'verification')[];
}

/**
 * Every channel, in the order in which a broadcast is sent. A new one is a row here, the CHECK of `delivery.channel`, the
 * function `channel_of`, its settings, and a provider that sends it.
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
      // Refused at once. Many tries: calls of the same delivery are counted separately.
      landline: { next: 'voice', afterSeconds: 0, maxTries: 10 },
      'out-of-reach': { next: 'sms', afterSeconds: 900, maxTries: 2 },
    },
    settings: { rate: 'SMS_SEGMENTS_PER_SECOND', price: 'SEGMENT_PRICE_ORE' },
    senders: [
      { id: 'alert-sms', setting: 'ALERT_SENDER', kinds: ['alert'] },
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
    senders: [{ id: 'alert-voice', setting: 'VOICE_SENDER', kinds: ['alert', 'verification'] }],
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

/** How a number of a kind is reached. */
export const channelOf = (kind: PhoneKind): Channel =>
  channels.find((channel) => channelFacts[channel].reaches === kind)!;

export const isSpoken = (channel: Channel): boolean => factsOf(channel).carries === 'voice';

/** Counted by what it says, rather than one for each message. */
export const isInSegments = (channel: Channel): boolean => factsOf(channel).unit === 'segment';

export const senderSettings: readonly SenderSettingName[] = channels.flatMap((channel) =>
  factsOf(channel).senders.map(({ setting }) => setting),
);

/** How fast the senders of a setting are, unless they have a rate of their own. */
export const rateSettingOf = (sender: SenderSettingName): RateSettingName =>
  Object.values(channelFacts).find(({ senders }) => senders.some(({ setting }) => setting === sender))!
    .settings.rate;

/** Channels as a list for IN. None of that kind is a list that fits nothing. */
export const channelListSql = (fits: (channel: Channel) => boolean): string =>
  `(${
    channels
      .filter(fits)
      .map((channel) => `'${channel}'`)
      .join(', ') || 'NULL'
  })`;

/** Something of each channel, as a CASE over a column that holds one. */
export const byChannelSql = (column: string, of: (facts: Facts, at: number) => number): string =>
  `CASE ${column} ${channels.map((channel, at) => `WHEN '${channel}' THEN ${of(factsOf(channel), at)}`).join(' ')} END`;
