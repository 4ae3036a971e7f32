import type { Wording } from '../../../kernel/refusal.js';
import type { Hold } from '../api/answers.js';
import { words } from './hold.words.js';

export interface News {
  readonly wording: Wording;
  readonly values?: Readonly<Record<string, string>>;
}

/** What to announce since the last poll: a hold began, something was decided, or it is over. */
export function newsOf(before: Hold | undefined, now: Hold): News | undefined {
  if (now.held && !before?.held) return { wording: words.held };
  if (now.held && before?.held) return decisionIn(before.held, now.held);
  if (now.waiting) return before?.waiting ? undefined : { wording: words.waits };
  return before?.held || before?.waiting ? { wording: words.over } : undefined;
}

type Held = NonNullable<Hold['held']>;

function decisionIn(before: Held, now: Held): News | undefined {
  for (const { id, name, goesOn } of before.broadcasts) {
    const after = now.broadcasts.find((broadcast) => broadcast.id === id);
    if (after === undefined) return { wording: words.goneFrom, values: { name } };
    if (after.goesOn && !goesOn) return { wording: words.goesOnFor, values: { name } };
  }
  return undefined;
}
