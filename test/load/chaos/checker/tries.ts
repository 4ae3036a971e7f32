import type { Taken } from './story.js';

/**
 * How often the rules want something tried that fails (docs/rules.md "Voice" and "Answers of a provider"). This is
 * written from the rules a second time. If it were the program's own table, a row missing there would be missing here
 * too.
 */

const callsInAll = 3;
const unanswered = ['busy', 'no-answer'];

/** The number takes no texts, so it is called. */
const landline = [21614, 21635, 30006];

const triesInAll = new Map([
  // Out of reach: one more try.
  [30003, 2],
  // A queue is full.
  ...[20429, 21611, 30001, 30017, 63017, 63018, 22005].map((code) => [code, 5] as const),
  // The sender is refused, which stops it until staff start it again.
  ...[20003, 21212, 21408, 21703, 21705, 30002, 30018, 63038].map((code) => [code, 5] as const),
  // Blocked, filtered or unknown: never tried again automatically.
  ...[30004, 30007, 30008, 30410].map((code) => [code, 1] as const),
]);

/**
 * @param vain number of tries that the provider's list proved it never had
 * @returns what is still to be tried, in words; undefined if the rules want no more tries
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

/** Whether the rules want another try after this result. */
export const isTriedAgain = ({ kind, status, errorCode }: Taken): boolean =>
  (kind === 'call' && unanswered.includes(status)) ||
  (kind === 'sms' && landline.includes(errorCode ?? 0)) ||
  (triesInAll.get(errorCode ?? 0) ?? 1) > 1;
