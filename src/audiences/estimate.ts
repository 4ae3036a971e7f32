import { channels, factsOf, isInSegments, type Channel } from '../kernel/channel.js';
import { perLanguage, textFor, type LanguageCount, type LanguageShare } from '../messages/per-language.js';
import type { Voices } from '../messages/voice-script.js';

/** The cost and duration of a broadcast. */
export interface Estimate {
  /** Total number of SMS segments. */
  readonly segments: number;
  readonly calls: number;
  /** In öre, by the configured prices. */
  readonly costOre: number;
  /** Time until the last message is sent, at the senders' full rates. Texts and calls are sent in parallel. */
  readonly seconds: number;
  /** The same for each text. */
  readonly languages: readonly LanguageShare[];
}

/** For each channel: the price of a unit in öre, and the units that are sent per second. */
export type Tariff = Readonly<Record<Channel, { readonly unitOre: number; readonly unitsPerSecond: number }>>;

/** @param texts the first is used for each language without a text of its own */
export function estimate(
  reached: readonly LanguageCount[],
  texts: readonly { readonly language: string; readonly segments: number }[],
  tariff: Tariff,
  voices: Voices,
): Estimate {
  const languages = perLanguage(reached, texts, { unitOre: (channel) => tariff[channel].unitOre, voices });
  const segmentsOf = (language: string): number => textFor(texts, language)?.segments ?? 0;
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
    languages,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
