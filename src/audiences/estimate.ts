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

export interface Tariff {
  readonly segmentOre: number;
  readonly callOre: number;
  readonly segmentsPerSecond: number;
  readonly callsPerSecond: number;
}

/** @param texts the first is for every language that has none of its own */
export function estimate(
  reached: readonly RecipientCount[],
  texts: readonly { readonly language: string; readonly segments: number }[],
  tariff: Tariff,
): Estimate {
  const segmentsOf = (language: string): number =>
    (texts.find((text) => text.language === language) ?? texts[0])?.segments ?? 0;
  let segments = 0;
  let calls = 0;
  for (const { channel, language, phones } of reached) {
    if (channel === 'sms') segments += phones * segmentsOf(language);
    else calls += phones;
  }
  return {
    segments,
    calls,
    costOre: Math.round(segments * tariff.segmentOre + calls * tariff.callOre),
    seconds: Math.ceil(Math.max(segments / tariff.segmentsPerSecond, calls / tariff.callsPerSecond)),
  };
}
