import { numberSaid, numberWord } from './number-words.js';
import { word, type Clock, type TimeParts, type TimeWord } from './time-parts.js';

const at = '(?:kl\\.? ?|klockan |klo\\.? ?|dii\\. ?|saacadda |الساعة |at |@ ?)';

function clockOf(hour: number, minute = 0, isWritten24 = false): Clock | undefined {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return { hour, minute, isExact: isWritten24 || hour > 12 || hour === 0 };
}

const clock = (found: Clock | undefined): TimeParts | undefined => found && { clock: found };

const digits: TimeWord['says'] = ([, hour, minute]) =>
  // "08.00" and "06" are 24-hour times. "8" and "8.00" may be evening in "ikväll 8".
  clock(clockOf(Number(hour), Number(minute ?? 0), hour!.startsWith('0')));

/** Unlike after a word, "pm" and "em" may follow digits at once. */
const digitsThen = (source: string, says: TimeWord['says']): TimeWord => ({
  pattern: new RegExp(`${at}?${source}(?:(?![\\p{L}\\p{N}])|(?=[apef]\\.? ?m(?!\\p{L})))`, 'uy'),
  says,
});

const half: TimeWord['says'] = ([, hour]) => {
  const whole = numberSaid(hour!);
  return whole < 1 || whole > 12 ? undefined : clock(clockOf(whole === 1 ? 12 : whole - 1, 30));
};

const quarterPast: TimeWord['says'] = ([, hour]) => clock(clockOf(numberSaid(hour!), 15));
const quarterTo: TimeWord['says'] = ([, hour]) => {
  const whole = numberSaid(hour!);
  return whole < 1 ? undefined : clock(clockOf(whole === 1 ? 12 : whole - 1, 45));
};

const hourSaid = `(\\d{1,2}|${numberWord})`;

/** Times of day. Dates are tried before them, so that "9" of "9 dec" is no hour. */
export const clockWords: readonly TimeWord[] = [
  word(`${at}?(?:midnatt|midnight)`, { clock: { hour: 24, minute: 0, isExact: true } }),
  word(`${at}?(?:lunch|lunchtid|noon|midday|mitt på dagen)`, {
    clock: { hour: 12, minute: 0, isExact: true },
  }),
  word(`${at}?halv ${hourSaid}`, half),
  word(`${at}?half past ${hourSaid}`, ([, hour]) => clock(clockOf(numberSaid(hour!), 30))),
  word(`${at}?(?:kvart över|quarter past|a quarter past) ${hourSaid}`, quarterPast),
  word(`${at}?(?:kvart i|quarter to|a quarter to) ${hourSaid}`, quarterTo),
  digitsThen('(\\d{1,2}) ?[.:] ?(\\d{2})(?![.:/]\\d)', digits),
  digitsThen('([01]\\d|2[0-4])([0-5]\\d)', ([, hour, minute]) =>
    clock(clockOf(Number(hour), Number(minute), true)),
  ),
  digitsThen("(\\d{1,2})(?:h| h| ?o'?clock)?(?![.:/]\\d)", digits),
  word(`(?:kl\\.? ?|klockan |at )(${numberWord})`, ([, hour]) => clock(clockOf(numberSaid(hour!)))),
];

/** What follows an hour. */
export const meridiemWords: readonly TimeWord[] = [
  { pattern: /a\.? ?m(?![\p{L}\p{N}])\.?/uy, says: () => ({ meridiem: 'am' }) },
  { pattern: /p\.? ?m(?![\p{L}\p{N}])\.?/uy, says: () => ({ meridiem: 'pm' }) },
  { pattern: /f\.? ?m(?![\p{L}\p{N}])\.?/uy, says: () => ({ part: 'morning' }) },
  { pattern: /e\.? ?m(?![\p{L}\p{N}])\.?/uy, says: () => ({ part: 'afternoon' }) },
];
