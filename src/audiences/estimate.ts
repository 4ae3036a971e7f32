import { channels, factsOf, isInSegments, type Channel } from '../kernel/channel.js';
import type { RecipientCount } from './audience-counts.js';

/** What a broadcast will spend and take. */
export interface Estimate {
  /** SMS segments in all. */
  readonly segments: number;
  readonly calls: number;
  /** Öre, by the configured prices. */
  readonly costOre: number;
  /** Until the last one is sent, at the senders' full rates; text and calls go out side by side. */
  readonly seconds: number;
}

/** Of each channel: the price of a unit, in öre, and how many units go out in a second. */
export type Tariff = Readonly<Record<Channel, { readonly unitOre: number; readonly unitsPerSecond: number }>>;

/** @param texts the first is for every language that has none of its own */
export function estimate(
  reached: readonly RecipientCount[],
  texts: readonly { readonly language: string; readonly segments: number }[],
  tariff: Tariff,
): Estimate {
  const segmentsOf = (language: string): number =>
    (texts.find((text) => text.language === language) ?? texts[0])?.segments ?? 0;
  const spent = channels.map((channel) => {
    const ours = reached.filter((count) => count.channel === channel);
    const units = sum(
      ours.map(({ phones, language }) => phones * (isInSegments(channel) ? segmentsOf(language) : 1)),
    );
    const { unitOre, unitsPerSecond } = tariff[channel];
    const seconds = units === 0 ? 0 : units / unitsPerSecond;
    return { unit: factsOf(channel).unit, units, ore: units * unitOre, seconds };
  });
  const unitsOf = (unit: string) => sum(spent.filter((one) => one.unit === unit).map(({ units }) => units));
  return {
    segments: unitsOf('segment'),
    calls: unitsOf('call'),
    costOre: Math.round(sum(spent.map(({ ore }) => ore))),
    seconds: Math.ceil(Math.max(...spent.map(({ seconds }) => seconds))),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
