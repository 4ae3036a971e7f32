import { channels, factsOf, isInSegments, isSpoken, type Channel } from '../kernel/channel.js';
import { textToSay, type Voices } from './voice-script.js';

/** How many phones have a language, on one channel. */
export interface LanguageCount {
  readonly language: string;
  readonly channel: Channel;
  readonly phones: number;
}

/** What one text of a broadcast is to the phones that get it. */
export interface LanguageShare {
  readonly language: string;
  /** Phones that get this text. */
  readonly phones: number;
  /** Those of them that have its language. The others have one that there is no text in. */
  readonly own: number;
  readonly segments: number;
  readonly calls: number;
  readonly costOre: number;
  /** The language that its calls are held in; null if no voice can read any text. Left out without calls. */
  readonly callsIn?: string | null;
}

interface Costs {
  /** The price of a segment or a call, in öre. */
  readonly unitOre: (channel: Channel) => number;
  readonly voices: Voices;
}

/** The text that a phone of the language gets: the first where there is none in its language. */
export const textFor = <T extends { readonly language: string }>(
  texts: readonly T[],
  language: string,
): T | undefined => texts.find((text) => text.language === language) ?? texts[0];

/** Phones, parts, calls and cost of each text, in the order of the texts. */
export function perLanguage(
  counts: readonly LanguageCount[],
  texts: readonly { readonly language: string; readonly segments: number }[],
  { unitOre, voices }: Costs,
): LanguageShare[] {
  return texts.map((text) => {
    const getIt = counts.filter(({ language }) => textFor(texts, language) === text);
    const spent = channels.map((channel) => {
      const phones = sum(getIt.filter((count) => count.channel === channel));
      const units = phones * (isInSegments(channel) ? text.segments : 1);
      return { channel, unit: factsOf(channel).unit, units, ore: units * unitOre(channel) };
    });
    const unitsOf = (unit: string) =>
      spent.filter((one) => one.unit === unit).reduce((all, { units }) => all + units, 0);
    const isCalled = spent.some(({ channel, units }) => isSpoken(channel) && units > 0);
    return {
      language: text.language,
      phones: sum(getIt),
      own: sum(getIt.filter(({ language }) => language === text.language)),
      segments: unitsOf('segment'),
      calls: unitsOf('call'),
      costOre: Math.round(spent.reduce((all, { ore }) => all + ore, 0)),
      ...(isCalled ? { callsIn: textToSay(texts, text.language, voices)?.language ?? null } : {}),
    };
  });
}

const sum = (counts: readonly LanguageCount[]): number => counts.reduce((all, { phones }) => all + phones, 0);
