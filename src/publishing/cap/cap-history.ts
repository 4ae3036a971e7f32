import type { PublishedArea } from '../../audiences/published-area/published-area.js';
import type { PublicIncident, PublicMessage } from '../bulletin/public-incident.js';
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
  return changes.flatMap((change, index) => {
    const before = changes.slice(0, index + 1);
    return change.isCancellation && isReplaced(change.message, before) ? [] : [after(change, before)];
  });
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

/**
 * Whether the cancellation only ended the sending: a correction or an all-clear that came after a message cancels what is
 * unsent of it (ADR 55), and says itself what holds.
 */
function isReplaced(message: PublicMessage, before: readonly Change[]): boolean {
  const { sent, cancelled } = tally(before);
  return sent
    .slice(sent.indexOf(message) + 1)
    .some((one) => (one.relation === 'correction' || one.relation === 'all-clear') && !cancelled.has(one));
}

function tally(changes: readonly Change[]) {
  const of = (isCancellation: boolean): PublicMessage[] =>
    changes.filter((one) => one.isCancellation === isCancellation).map(({ message }) => message);
  return { sent: of(false), cancelled: new Set(of(true)) };
}

function after(change: Change, changes: readonly Change[]): Happening {
  const { sent, cancelled } = tally(changes);
  const standing = sent.filter((one) => !cancelled.has(one));
  const own = change.isCancellation ? undefined : change.message;
  const isOver = standing.some(({ relation }) => relation === 'all-clear');
  const goingOn = isOver
    ? []
    : standing.filter((one) => one === own || one.expiresAt.getTime() > change.at.getTime());
  const ends = goingOn.map(({ expiresAt }) => expiresAt);
  return {
    ...change,
    standing: isOver ? 'all-clear' : goingOn.length > 0 ? 'goes-on' : 'withdrawn',
    holding: holdingOf(isOver ? standing : goingOn, own),
    areas: areasOf(sent, changes),
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

/** The places of what was not withdrawn; all places if nothing else has one. */
function areasOf(sent: readonly PublicMessage[], changes: readonly Change[]): PublishedArea[] {
  const withdrawn = new Set(
    changes.flatMap(({ isCancellation, message }, index) =>
      isCancellation && !isReplaced(message, changes.slice(0, index + 1)) ? [message] : [],
    ),
  );
  const left = sent.flatMap((one) => (one.area && !withdrawn.has(one) ? [one.area] : []));
  return left.length > 0 ? left : sent.flatMap(({ area }) => area ?? []);
}

const latest = (...times: readonly Date[]): Date => new Date(Math.max(...times.map(Number)));
