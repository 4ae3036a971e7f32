import type { Wording } from '../../../kernel/refusal.js';
import type { Topic } from '../api/answers.js';
import { hoursWords, weekdays } from './hours.words.js';

/** The hours of a topic in words, with days that are alike together: `måndag–fredag 08:00–17:00`. */
export function hoursInWords(
  hours: NonNullable<Topic['hours']>,
  say: (wording: Wording) => string,
): string[] {
  const said = hours.map((day) => (day ? `${day.from}–${day.to}` : say(hoursWords.closed)));
  const starts = said.flatMap((day, at) => (at === 0 || day !== said[at - 1] ? [at] : []));
  return starts.map((from, at) => {
    const to = (starts[at + 1] ?? said.length) - 1;
    const days = [...new Set([from, to])].map((day) => say(weekdays[day]!)).join('–');
    return `${days} ${said[from]}`;
  });
}
