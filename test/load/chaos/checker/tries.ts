import type { Taken } from './story.js';

/**
 * How often the rules have something tried that does not succeed (docs/rules.md "Voice" and "Answers of a provider"). Written down
 * from the rules a second time: were it the program's own table, a row lost from it would be lost here too.
 */

const callsInAll = 3;
const unanswered = ['busy', 'no-answer'];

/** The number takes no texts: it is called. */
const landline = [21614, 21635, 30006];

const triesInAll = new Map([
  // Out of reach: once more.
  [30003, 2],
  // A queue is full.
  ...[20429, 21611, 30001, 30017, 63017, 63018, 22005].map((code) => [code, 5] as const),
  // The sender is refused, which stops it until somebody starts it again.
  ...[20003, 21212, 21408, 21703, 21705, 30002, 30018, 63038].map((code) => [code, 5] as const),
  // Blocked, filtered, or nobody knows why: never by itself.
  ...[30004, 30007, 30008, 30410].map((code) => [code, 1] as const),
]);

/**
 * @param vain tries that were made, though the provider's list proved that it never had them
 * @returns what is still to be tried, in words; undefined when the rules want no more
 */
export function untried(taken: readonly Taken[], vain = 0): string | undefined {
  const last = taken.reduce<Taken | undefined>(
    (one, other) => (one && one.at > other.at ? one : other),
    undefined,
  );
  if (!last) return 'the provider never had it';
  const tries = taken.filter(({ kind }) => kind === last.kind).length + vain;
  if (last.kind === 'sms' && landline.includes(last.errorCode ?? 0))
    return `a landline (${String(last.errorCode)}) that was never called`;
  const inAll =
    last.kind === 'call' && unanswered.includes(last.status)
      ? callsInAll
      : triesInAll.get(last.errorCode ?? 0);
  const end = `${last.status}${last.errorCode === null ? '' : ` (${last.errorCode})`}`;
  if (inAll === undefined) return `${end}, which nothing explains`;
  return tries < inAll ? `${end}, tried ${tries} of ${inAll} times` : undefined;
}

/** Whether the rules have it tried again after it ended like this. */
export const isTriedAgain = ({ kind, status, errorCode }: Taken): boolean =>
  (kind === 'call' && unanswered.includes(status)) ||
  (kind === 'sms' && landline.includes(errorCode ?? 0)) ||
  (triesInAll.get(errorCode ?? 0) ?? 1) > 1;
