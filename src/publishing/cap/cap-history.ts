import type { PublishedArea } from '../../audiences/published-area/published-area.js';
import type { PublicIncident } from '../bulletin/public-incident.js';
import type { PublicMessage } from '../bulletin/public-message.js';
import { areasOf, goingOn, isReplaced, overSince } from '../bulletin/what-holds.js';
import type { Standing } from './cap-event.js';

/** Something that happened to an incident and that CAP says, with how the incident stood after it. */
export interface Happening {
  readonly at: Date;
  /** What was sent or cancelled. */
  readonly message: PublicMessage;
  readonly isCancellation: boolean;
  readonly standing: Standing;
  /** What holds, in the order in which it was sent; empty if all of it was cancelled. */
  readonly holding: readonly PublicMessage[];
  /** Where. */
  readonly areas: readonly PublishedArea[];
  /** When the incident ends by itself; undefined if nothing goes on. */
  readonly endsAt: Date | undefined;
}

type Change = Pick<Happening, 'at' | 'message' | 'isCancellation'>;

/**
 * What happened to an incident, in order. Each row says how it stood at that moment and depends on nothing later, so that
 * what was published stays as it was.
 */
export function historyOf({ messages }: Pick<PublicIncident, 'messages'>): Happening[] {
  const changes = changesOf(messages);
  return changes.flatMap((change, index) =>
    // What replaced it is told itself.
    change.isCancellation && isReplaced(change.message, messages)
      ? []
      : [after(change, asOf(changes.slice(0, index + 1)))],
  );
}

const changesOf = (messages: readonly PublicMessage[]): Change[] =>
  messages
    .flatMap((message): Change[] => [
      { at: message.sentAt, message, isCancellation: false },
      ...(message.cancelledAt
        ? [{ at: latest(message.cancelledAt, message.sentAt), message, isCancellation: true }]
        : []),
    ])
    .sort(
      (a, b) =>
        a.at.getTime() - b.at.getTime() || Number(a.isCancellation) - Number(b.isCancellation) || byId(a, b),
    );

const byId = (a: Change, b: Change): number =>
  a.message.id < b.message.id ? -1 : Number(a.message.id > b.message.id);

/** The messages as they were: what was cancelled later was not. */
function asOf(changes: readonly Change[]): PublicMessage[] {
  const cancelled = new Set(changes.flatMap((one) => (one.isCancellation ? [one.message] : [])));
  return changes.flatMap(({ message, isCancellation }) =>
    isCancellation ? [] : [cancelled.has(message) ? message : { ...message, cancelledAt: undefined }],
  );
}

function after(change: Change, messages: readonly PublicMessage[]): Happening {
  const own = change.isCancellation ? undefined : messages.find(({ id }) => id === change.message.id);
  const isOver = overSince(messages) !== undefined;
  const going = isOver ? [] : goingOn(messages).filter((one) => one === own || one.expiresAt > change.at);
  const ends = going.map(({ expiresAt }) => expiresAt);
  return {
    ...change,
    standing: isOver ? 'all-clear' : going.length > 0 ? 'goes-on' : 'withdrawn',
    holding: holdingOf(isOver ? messages.filter(({ cancelledAt }) => !cancelledAt) : going, own),
    areas: areasOf({ messages }),
    endsAt: ends.length > 0 ? latest(...ends) : undefined,
  };
}

/** The last text that is no extension, and the extensions after it: they can have their own place and time. */
function holdingOf(standing: readonly PublicMessage[], own: PublicMessage | undefined): PublicMessage[] {
  const main = standing.findLast(({ relation }) => relation !== 'extension') ?? standing[0];
  if (!main) return [];
  if (own && own.relation !== 'extension') return [own];
  return [
    main,
    ...standing.slice(standing.indexOf(main) + 1).filter(({ relation }) => relation === 'extension'),
  ];
}

const latest = (...times: readonly Date[]): Date => new Date(Math.max(...times.map(Number)));
