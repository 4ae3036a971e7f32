import type { SpeechWords } from './speech-words.js';

const clockTime =
  /(?<![\d.,:/]|§ ?|\.\d{3,}, |(?<!\p{L})(?:rum|sal|ph|paragraf|kapitel|version|punkt|avsnitt|den) |(?:2[5-9]|3[01])\.\d{1,2}\.? ?(?:till|-) ?)(?:([01]?\d|2[0-3])\.([0-5]\d)|(24)\.(00))(?!\.?\d|, ?\d+\.\d{3}| ?(?:till|-) ?(?:2[5-9]|3[01])\.| ?(?:kr|kronor|sek|procent|liter|meter|möh|grader|kilo|ton|bar|[kh]pa|[kmc]?m|l|k?g|[kMG]?Wh?|mg)(?!\p{L})| ?[%°€$£]| ?:-)/giu;

const afterHalfDay = /(?<=\d ?[ap]\.?m\.?) ?- ?(?=\d)/gi;

/** Accounts and case numbers are numbers with dashes, not ranges. */
const numberedByDash =
  /(?<!\p{L})(?:bankgiro|plusgiro|postgiro|bg|pg|konto(?:nr|nummer)?|dnr|diarienummer|ärende(?:nr|nummer)?|kund(?:nr|nummer))[.:]? [\d ]{0,15}$/iu;

// "kl 06 30-07 15": some people write times with spaces.
const spacedTimes =
  /(?<![\d.,:/-]|\d )([01]\d|2[0-3]) ([0-5]\d) ?- ?([01]\d|2[0-3]) ([0-5]\d)(?! ?\d|[.,:/-]\d)/g;

const value = '\\d{1,3}(?: \\d{3})+|\\d{1,2}/\\d{1,2}|\\d{1,4}(?:[.,:]\\d{1,2})?';
// Not within a date (2026-11-29), a property designation (1:405) or an organisation number (212000-2742).
const range = new RegExp(
  `(?<![\\p{L}\\d-]|\\d[.,:/]|\\d{3} |\\p{L}-)(${value})([A-Z]?)( ?- ?)(${value})([A-Z]?)(?![\\p{L}\\d-]|[.,:/]\\d)`,
  'gu',
);

/** The dash in "12 A-C" and "12A - 14 C": a range of entrances. */
const entrances = /(?<![\p{L}\d])(\d{1,4} ?[A-Z]) ?- ?(?=(?:\d{1,4} ?)?[A-Z](?![\p{L}\d-]))/gu;

const spansOf = new WeakMap<SpeechWords, RegExp>();

/** "29 nov-1 dec", "måndag-fredag", "lördag 29 nov - söndag 30 nov": the dash between two of the same kind. */
function calendarSpans(words: SpeechWords): RegExp | undefined {
  if (!words.calendar) return undefined;
  const known = spansOf.get(words);
  if (known) return known;
  const { weekday, month, clock } = words.calendar;
  const date = `(?:(?:${weekday}) )?\\d{1,2}(?:/\\d| (?:${month})(?!\\p{L}))`;
  const spans = new RegExp(
    `(?<=(?<!\\p{L})(?:${month})\\.?(?: \\d{4})?) ?- ?(?=(?:${date}|(?:${month})(?!\\p{L})))|` +
      `(?<=(?<!\\p{L})(?:${weekday})(?: \\d{1,2}/\\d{1,2})?) ?- ?(?=(?:${weekday})(?!\\p{L}))` +
      // "kl. 8 - kl. 16", "kl. 8 - tisdag"
      (clock ? `|(?<=${clock} \\d{1,2}(?:[:.]\\d{2})?) ?- ?(?=${clock} \\d|(?:${weekday})(?!\\p{L}))` : ''),
    'giu',
  );
  spansOf.set(words, spans);
  return spans;
}

/** Times and ranges in words. Dates, decimals and everything that is not a range are left unchanged. */
export function spokenAmounts(text: string, words: SpeechWords): string {
  const { to, timesHavePoints } = words;
  const timed = timesHavePoints ? text.replace(clockTime, '$1$3:$2$4') : text;
  if (to === undefined) return timed;
  const spans = calendarSpans(words);
  return (spans ? timed.replace(spans, ` ${to} `) : timed)
    .replace(entrances, `$1 ${to} `)
    .replace(afterHalfDay, ` ${to} `)
    .replace(spacedTimes, `$1:$2 ${to} $3:$4`)
    .replace(
      range,
      (
        whole,
        from: string,
        fromLetter: string,
        _dash: string,
        until: string,
        untilLetter: string,
        at: number,
        all: string,
      ) =>
        isRange(from, until) && !numberedByDash.test(all.slice(Math.max(0, at - 40), at))
          ? `${from}${fromLetter} ${to} ${until}${untilLetter}`
          : whole,
    );
}

/** Below 100 a range may run backwards (22-02 is a night). From 100 on, the second number must be the larger. */
function isRange(from: string, until: string): boolean {
  // "08-123 45", "071-123 456": the first group is an area code.
  if (/^0\d{1,2}$/.test(from) && /^\d{3}/.test(until)) return false;
  const [low = 0, high = 0] = [from, until].map((each) =>
    Number(each.replaceAll(' ', '').replace(/[,:/]/, '.')),
  );
  return (low < 100 && high < 100) || low < high;
}
