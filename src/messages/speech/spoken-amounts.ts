import type { SpeechWords } from './speech-words.js';

const clockTime =
  /(?<![\d.,:/]|§ ?|\.\d{3,}, )([01]?\d|2[0-3])\.([0-5]\d)(?!\.?\d|, ?\d+\.\d{3}| ?(?:kr|kronor|sek|procent|liter|meter|grader|kilo|ton|[kmc]?m|l|k?g|[kMG]?Wh?|mg)(?!\p{L})| ?[%°€$£]| ?:-)/giu;

// "kl 06 30-07 15", as some write a time.
const spacedTimes =
  /(?<![\d.,:/-]|\d )([01]\d|2[0-3]) ([0-5]\d) ?- ?([01]\d|2[0-3]) ([0-5]\d)(?! ?\d|[.,:/-]\d)/g;

const value = '\\d{1,3}(?: \\d{3})+|\\d{1,2}/\\d{1,2}|\\d{1,4}(?:[.,:]\\d{1,2})?';
// Not within a date (2026-11-29), a property's name (1:405) or a number of an organisation (212000-2742).
const range = new RegExp(
  `(?<![\\p{L}\\d-]|\\d[.,:/]|\\d{3} |\\p{L}-)(${value})([A-Z]?)( ?- ?)(${value})([A-Z]?)(?![\\p{L}\\d-]|[.,:/]\\d)`,
  'gu',
);

/** Times and ranges in words. Dates, decimals and what has no range in it stay as they are. */
export function spokenAmounts(text: string, { to, timesHavePoints }: SpeechWords): string {
  const timed = timesHavePoints ? text.replace(clockTime, '$1:$2') : text;
  if (to === undefined) return timed;
  return timed
    .replace(spacedTimes, `$1:$2 ${to} $3:$4`)
    .replace(
      range,
      (whole, from: string, fromLetter: string, _dash: string, until: string, untilLetter: string) =>
        isRange(from, until) ? `${from}${fromLetter} ${to} ${until}${untilLetter}` : whole,
    );
}

/** Small numbers may turn (22-02 is a night); of larger ones the second is the larger, or it is no range. */
function isRange(from: string, until: string): boolean {
  const [low = 0, high = 0] = [from, until].map((each) =>
    Number(each.replaceAll(' ', '').replace(/[,:/]/, '.')),
  );
  return (low < 100 && high < 100) || low < high;
}
