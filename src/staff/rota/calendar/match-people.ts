import { readEmail } from '../../member.js';
import type { CalendarEvent } from './read-calendar.js';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Who is on duty by an event: the people who are invited to it, by e-mail or name; if none of them works here, the one
 * whom its title names.
 *
 * @returns none when nobody is named, or when the title may mean several
 */
export function peopleOf<P extends Person>(
  { summary, attendees }: Pick<CalendarEvent, 'summary' | 'attendees'>,
  people: readonly P[],
): readonly P[] {
  const invited = attendees.flatMap(({ email, name }) => {
    const byEmail = people.filter((one) => one.email === readEmail(email));
    return only(byEmail) ?? only(people.filter((one) => plain(one.name) === plain(name))) ?? [];
  });
  if (invited.length > 0) return [...new Set(invited)];
  const title = ` ${plain(summary)} `;
  return (
    only(
      people.filter(({ email }) =>
        readEmail(summary)
          .split(/[\s,;:()<>]+/)
          .includes(email),
      ),
    ) ??
    only(people.filter(({ name }) => title.includes(` ${plain(name)} `))) ??
    []
  );
}

const only = <T>(found: readonly T[]): readonly T[] | undefined => (found.length === 1 ? found : undefined);

/** Words in lower case with one space between: a title may have punctuation around the name. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
