import { timeZone } from '../../kernel/time-zone.js';
import { instantsOf, localTime, wallClockOf, weekdayOf, type WallClock } from '../../kernel/wall-clock.js';
import { namesIn } from './time-names.js';
import { yearMeant } from './year-meant.js';

/**
 * A time in full, for a text that may be read on another day: "onsdag 9 december kl. 23.00". The year is there when it
 * is another than this, or the date alone would mean another. `readTime` reads it back.
 *
 * @param language of the text, ISO 639
 */
export function writeMoment(at: Date, language: string, now: Date): string {
  const wall = wallClockOf(at);
  const names = namesIn(language);
  if (!names) return byIntl(at, language);
  return `${dateOf(wall, language, now)}${names.clock}${clockOf(wall, language)}${seasonOf(at, language)}`;
}

/** Both ends of a span, with its day once if both are on it: "onsdag 9 december kl. 09.00–12.00". */
export function writeSpan(from: Date, to: Date, language: string, now: Date): string {
  const [first, last] = [wallClockOf(from), wallClockOf(to)];
  const isOneDay = first.year === last.year && first.month === last.month && first.day === last.day;
  const isOnce = [first, last].every((wall) => instantsOf(wall).length === 1);
  const start = writeMoment(from, language, now);
  return isOneDay && isOnce && namesIn(language)
    ? `${start}–${clockOf(last, language)}`
    : `${start} – ${writeMoment(to, language, now)}`;
}

function dateOf(wall: WallClock, language: string, now: Date): string {
  const { weekdays, months, date } = namesIn(language)!;
  const today = wallClockOf(now);
  const isPlain = wall.year === today.year && yearMeant(wall, today) === wall.year;
  const day = date
    .replace('{d}', String(wall.day))
    .replace('{m}', months[wall.month - 1]!)
    .concat(isPlain ? '' : ` ${wall.year}`);
  return `${weekdays[weekdayOf(wall)]} ${day}`;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Finnish, Swedish and Sámi have a point: 23.00. */
const clockOf = ({ hour, minute }: WallClock, language: string): string =>
  [twoDigits(hour), twoDigits(minute)].join(['sv', 'fi', 'se'].includes(language) ? '.' : ':');

function seasonOf(at: Date, language: string): string {
  const [first, second] = instantsOf(wallClockOf(at));
  if (!second) return '';
  const { summer, winter } = namesIn(language)!.seasons;
  return ` (${at < new Date((first!.getTime() + second.getTime()) / 2) ? summer : winter})`;
}

/** A language that the device does not know either gets digits that are the same everywhere. */
function byIntl(at: Date, language: string): string {
  if (!isKnown(language)) return localTime(at).replace('T', ' ');
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    numberingSystem: 'latn',
  }).format(at);
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}
