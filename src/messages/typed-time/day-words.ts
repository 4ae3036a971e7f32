import { messageLanguages, type MessageLanguage } from '../../kernel/language.js';
import { timeNames } from './time-names.js';
import { word, type TimeParts, type TimeWord } from './time-parts.js';

const shortWeekdays: readonly string[] = [
  'mån|mon',
  'tis|tues?',
  'ons|wed',
  'tors?|thu(?:rs?)?',
  'fre|fri',
  'lör|sat',
  'sön|sun',
];
const shortMonths: readonly string[] = [
  'jan',
  'febr?',
  'mar',
  'apr',
  '',
  'jun',
  'jul',
  'aug',
  'sept?',
  'o[kc]t',
  'nov',
  'dec',
];

const lower = (language: MessageLanguage, names: 'weekdays' | 'months', at: number): string =>
  timeNames[language][names][at]!.toLowerCase();

/** Regular expression sources, by weekday from Monday or by month from January, in every language that we write. */
const named = (names: 'weekdays' | 'months', short: readonly string[]): string[] =>
  short.map((abbreviation, at) =>
    [
      ...messageLanguages.map((language) => lower(language, names, at)),
      ...(abbreviation ? [`(?:${abbreviation})\\.?`] : []),
    ].join('|'),
  );

const weekdays = named('weekdays', shortWeekdays);
const months = named('months', shortMonths);
const anyMonth = months.join('|');
const monthPatterns = months.map((source) => new RegExp(`^(?:${source})$`, 'u'));

const monthOf = (name: string): number => monthPatterns.findIndex((pattern) => pattern.test(name)) + 1;

function dated(day: string, month: number, year: string | undefined): TimeParts {
  return { date: { day: Number(day), month, ...(year === undefined ? {} : { year: yearOf(year) }) } };
}

const yearOf = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

const year = '(?:,? (20\\d{2})(?![.:]))?';

const dates: readonly TimeWord[] = [
  word('(\\d{4})-(\\d{1,2})-(\\d{1,2})', ([, y, month, day]) => dated(day!, Number(month), y)),
  { pattern: /(\d{4})-(\d{2})-(\d{2})t(?=\d)/uy, says: ([, y, m, day]) => dated(day!, Number(m), y) },
  word(
    `(?:den |the )?(\\d{1,2})(?::e|:a|\\.|st|nd|rd|th)? (?:of )?(${anyMonth})${year}`,
    ([, day, month, y]) => dated(day!, monthOf(month!), y),
  ),
  word(`(${anyMonth}) (\\d{1,2})\\. b\\.${year}`, ([, month, day, y]) => dated(day!, monthOf(month!), y)),
  word(`(${anyMonth}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![.:]\\d)${year}`, ([, month, day, y]) =>
    dated(day!, monthOf(month!), y),
  ),
  word('(?:den )?(\\d{1,2})/(\\d{1,2})(?:[-/ ](\\d{4}|\\d{2}(?![.:/\\d]))(?= |$))?', ([, day, month, y]) =>
    dated(day!, Number(month), y),
  ),
];

const weekdayWords: readonly TimeWord[] = weekdays.flatMap((source, weekday) => [
  word(`(?:nästa|next) (?:${source})`, { weekday, week: 'next' }),
  word(`(?:i )(?:${timeNames.sv.weekdays[weekday]})s`, { weekday, week: 'last', isPast: true }),
  word(`(?:last) (?:${source})`, { weekday, week: 'last', isPast: true }),
  word(`(?:på |nu på |on |this )?(?:${source})(?:en)?`, { weekday }),
]);

const morning = '(?:bitti|på morgonen|morgon|förmiddag|på förmiddagen|fm|morning)';
const afternoon = '(?:på eftermiddagen|eftermiddag|em|afternoon)';
const evening = '(?:på kvällen|kväll|evening|night)';

const nearDays: readonly TimeWord[] = [
  word('i ?övermorgon|övermorgon|(?:the )?day after tomorrow', { offset: 2 }),
  word('(?:i ?morgon|morgon) ?bitti', { offset: 1, part: 'morning' }),
  word('i ?morgon|tomorrow', { offset: 1 }),
  word('i ?dag|today', { offset: 0 }),
  word('i ?kväll|tonight|this evening', { offset: 0, part: 'evening' }),
  word('i ?natt', { offset: 0, part: 'night' }),
  word('i ?morse', { offset: 0, part: 'morning', isPast: true }),
  word('i ?förmiddag|this morning', { offset: 0, part: 'morning' }),
  word('i ?eftermiddag|this afternoon', { offset: 0, part: 'afternoon' }),
  word('i ?går|yesterday', { offset: -1, isPast: true }),
  word('i ?förrgår|(?:the )?day before yesterday', { offset: -2, isPast: true }),
  word('natten (?:till|mot)', { part: 'night-before' }),
];

const parts: readonly TimeWord[] = [
  word(morning, { part: 'morning' }),
  word(afternoon, { part: 'afternoon' }),
  word(evening, { part: 'evening' }),
  word('natt|på natten', { part: 'night' }),
];

const season = (names: 'summer' | 'winter'): string =>
  messageLanguages.map((language) => timeNames[language].seasons[names]).join('|');

const seasons: readonly TimeWord[] = (['summer', 'winter'] as const).map((each) => ({
  pattern: new RegExp(`\\(?(?:${season(each)})\\)?(?![\\p{L}\\p{N}])`, 'uy'),
  says: () => ({ season: each }),
}));

export const dayWords: readonly TimeWord[] = [...dates, ...nearDays, ...weekdayWords, ...parts, ...seasons];
