import type { Relation } from '../../kernel/relations.js';
import type { PublicIncident } from '../../publishing/bulletin/public-incident.js';
import type { PublicMessage } from '../../publishing/bulletin/public-message.js';
import { areasOf, isCorrected, isWithdrawn, mainMessage } from '../../publishing/bulletin/what-holds.js';

/** What an entry of an incident's history is. */
export type EntryKind = 'first' | Relation | 'goes-on' | 'cancelled' | 'expired';

export interface Entry {
  readonly kind: EntryKind;
  readonly at: Date;
  /** What was said; undefined when time alone ended it. */
  readonly message?: PublicMessage;
  /** Why its text no longer holds. */
  readonly void?: 'cancelled' | 'corrected';
}

/** Everything that has happened in an incident, newest first. */
export function storyOf({ messages, over }: Pick<PublicIncident, 'messages' | 'over'>): Entry[] {
  const entries = messages.flatMap((message): Entry[] => {
    const { relation = 'first', goesOn, sentAt, cancelledAt } = message;
    const isVoid = voidIn(message, messages);
    return [
      { kind: goesOn ? 'goes-on' : relation, at: sentAt, message, ...(isVoid ? { void: isVoid } : {}) },
      // A correction and an all-clear cancel what they replace: that is no news of its own.
      ...(isVoid === 'cancelled' ? [{ kind: 'cancelled' as const, at: cancelledAt!, message }] : []),
    ];
  });
  const ended: Entry[] = over?.by === 'expiry' ? [{ kind: 'expired', at: over.at }] : [];
  return [...entries, ...ended]
    .map((entry, nth) => ({ entry, nth }))
    .sort(newestFirst)
    .map(({ entry }) => entry);
}

function voidIn(message: PublicMessage, messages: readonly PublicMessage[]): Entry['void'] {
  if (isCorrected(message, messages)) return 'corrected';
  return isWithdrawn(message, messages) ? 'cancelled' : undefined;
}

interface Numbered {
  readonly entry: Entry;
  readonly nth: number;
}
const newestFirst = (a: Numbered, b: Numbered): number =>
  b.entry.at.getTime() - a.entry.at.getTime() || b.nth - a.nth;

/** Whether an incident is shown as going on. */
export const isGoingOn = ({ over }: Pick<PublicIncident, 'over'>): boolean => over === undefined;

/** Whether it was over so recently that lists still show it. @param days that they show it */
export const isRecent = ({ over }: Pick<PublicIncident, 'over'>, now: Date, days: number): boolean =>
  over !== undefined && now.getTime() - over.at.getTime() <= days * 86_400_000;

/** The texts of what holds now, the reader's language first. */
export const textsFor = (message: PublicMessage, language: string): PublicMessage['texts'] => [
  ...message.texts.filter((text) => text.language === language),
  ...message.texts.filter((text) => text.language !== language),
];

/** The names of its places, each once. */
export const placesOf = (incident: PublicIncident): string[] => [
  ...new Set(areasOf(incident).map(({ name }) => name)),
];

export const streetsOf = (incident: PublicIncident): string[] =>
  [...new Set(areasOf(incident).flatMap(({ streets }) => streets))].sort(new Intl.Collator('sv').compare);

/** Paragraphs and their lines. */
export const paragraphsOf = ({ body }: PublicMessage['texts'][number]): string[][] =>
  body
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'));

/** An incident's page elsewhere, if its sender names one. Only http: a link must never run anything. */
export function pageElsewhere(incident: PublicIncident): string | undefined {
  const { page } = mainMessage(incident);
  return page !== undefined && /^https?:\/\//iu.test(page) ? page : undefined;
}
