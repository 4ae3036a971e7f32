import { numberSaid, numberWord } from './number-words.js';
import { word, type TimeParts, type TimeWord } from './time-parts.js';

const amount = `(\\d{1,4}(?:[.,]5)?|${numberWord})`;
const minutes = '(?:min(?:ut(?:er)?|ute?s?)?\\.?)';
const hours = '(?:h|tim(?:me|mar)?\\.?|hours?|hrs?\\.?)';
const days = '(?:dag(?:ar)?|dygn|days?)';

/** The three units, after "om" or before "sedan". `sign` is -1 for the past. */
const distances = (before: string, after: string, sign: 1 | -1): readonly TimeWord[] => {
  const isPast = sign === -1 ? { isPast: true } : {};
  const away = (each: number): TimeParts => ({ minutes: sign * Math.round(each), ...isPast });
  return [
    word(`${before}(?:en halvtimme|half an hour|a half hour)${after}`, away(30)),
    word(`${before}(?:en kvart|a quarter of an hour)${after}`, away(15)),
    word(`${before}(?:en och en halv timme|an hour and a half)${after}`, away(90)),
    word(`${before}${amount} ?${minutes}${after}`, ([, n]) => away(numberSaid(n!))),
    word(`${before}${amount} ?${hours} (?:och |and )?(\\d{1,2}) ?${minutes}${after}`, ([, n, rest]) =>
      away(60 * numberSaid(n!) + Number(rest)),
    ),
    word(`${before}${amount} ?${hours}${after}`, ([, n]) => away(60 * numberSaid(n!))),
    word(`${before}${amount} ?${days}${after}`, ([, n]) =>
      Number.isInteger(numberSaid(n!)) ? { days: sign * numberSaid(n!), ...isPast } : undefined,
    ),
  ];
};

/** "om två timmar", "för en halvtimme sedan". */
export const distanceWords: readonly TimeWord[] = [
  word('nu|just nu|genast|now|right now', { minutes: 0 }),
  ...distances('(?:om |in )', '', 1),
  ...distances('för ', ' sedan', -1),
  ...distances('', ' (?:sedan|ago)', -1),
];
