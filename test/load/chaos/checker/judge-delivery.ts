import { askedAt, judgeSilence } from './judge-silence.js';
import type { Excuses, Finding, Story } from './story.js';
import { isTriedAgain, untried } from './tries.js';

const finding = (kind: Finding['kind'], why: string): Finding => ({ kind, why });

/** The provider's final statuses that are right for each of ours. */
const lastWords: Readonly<Record<string, readonly string[]>> = {
  delivered: ['delivered', 'completed'],
  undelivered: ['undelivered', 'busy', 'no-answer'],
  failed: ['failed', 'canceled'],
};

/**
 * A delivery in doubt is sent again after two looks at the provider's list, at least this far apart (docs/rules.md
 * "Doubt").
 */
const betweenLooksMs = 60_000;

const reachedBy = (story: Story): number => new Set(story.heard.map(({ sid }) => sid)).size;
const eventsOf = ({ events }: Story, kind: string) => events.filter((event) => event.kind === kind);

/** Whether the delivery was ever in doubt. */
export const wasInDoubt = (story: Story): boolean => eventsOf(story, 'in-doubt').length > 0;

/** @returns everything that is wrong with a delivery; nothing if its row is true */
export function judgeDelivery(story: Story, excuses: Excuses): Finding[] {
  // A restored ledger can't know which of several calls a landline got. The only rule: it must not ring again.
  if (story.row.status === 'unknown' && eventsOf(story, 'not-told-apart').length > 0)
    return judgeRepeats(story);
  return [...judgeRepeats(story), ...judgeEnd(story, excuses), ...judgeBooks(story)];
}

function judgeRepeats(story: Story): Finding[] {
  const reached = reachedBy(story);
  if (reached < 2) return [];
  const why = `reached ${reached} times`;
  return [finding(tookLate(story) ? 'excused-duplicate' : 'duplicate', why)];
}

/**
 * True if the provider received an earlier request before the first look at its list, and accepted it only after the
 * second: nobody could have known. A request that the provider received later is our fault: no worker may send it then.
 */
const tookLate = (story: Story): boolean =>
  story.row.resent &&
  eventsOf(story, 'sent-again-after-doubt').some((again) =>
    story.taken.some(
      (one) =>
        one.token !== story.row.token && askedAt(one) <= again.at - betweenLooksMs && one.at >= again.at,
    ),
  );

function judgeEnd(story: Story, excuses: Excuses): Finding[] {
  const { row } = story;
  const isReached = reachedBy(story) > 0;
  switch (row.status) {
    case 'delivered':
      if (!isReached) return [finding('missed', 'says delivered, and the handset has nothing')];
      return judgeLastWord(story);
    case 'undelivered':
    case 'failed':
      if (isReached) return [finding('unexplained', `says ${row.status}, and the handset has it`)];
      return [...judgeTries(story, excuses), ...judgeLastWord(story)];
    case 'rejected':
      if (isReached) return [finding('unexplained', 'says rejected, and the handset has it')];
      if (excuses.refused.has(row.phone)) return [];
      // It would have been called if the broadcast had not been cancelled.
      if (story.broadcast.isCancelled && excuses.refusedAsLandline.has(row.phone)) return [];
      return [finding('missed', 'rejected, and no fault refused it')];
    case 'suppressed':
      if (isReached) return [finding('unexplained', 'says suppressed, and the handset has it')];
      if (row.reason === 'quarantined' && excuses.unknownNumbers.has(row.phone)) return [];
      if (row.reason === 'quarantined' && excuses.refused.has(row.phone)) return [];
      return [finding('missed', `left out (${String(row.reason)}), and nothing explains it`)];
    case 'unknown':
      if (isReached) return [finding('unexplained', 'says unknown, and the handset has it')];
      if (story.broadcast.lane !== 'routine')
        return [finding('missed', 'unknown in a lane that sends again')];
      return wasInDoubt(story) ? [] : [finding('missed', 'unknown, and was never in doubt')];
    case 'cancelled':
      if (isReached) return [finding('unexplained', 'says cancelled, and the handset has it')];
      return story.broadcast.isCancelled ? [] : [finding('missed', 'cancelled, and nobody did')];
    default:
      if (!isReached) return [finding('missed', `ended as ${row.status}`)];
      return [finding('unexplained', `ended as ${row.status}, and the handset has it`)];
  }
}

/** A phone may stay unreached only if there is no such number, no try is left, or the broadcast was cancelled. */
function judgeTries(story: Story, { unknownNumbers }: Excuses): Finding[] {
  const { broadcast, row, taken } = story;
  if (unknownNumbers.has(row.phone) || broadcast.isCancelled) return [];
  const left = untried(taken, vainTries(story));
  return left === undefined ? [] : [finding('missed', left)];
}

/** The row's reference must be the provider's, and the provider's status of it must match the row. */
function judgeLastWord({ row, taken }: Story): Finding[] {
  const one = taken.find(({ sid }) => sid === row.providerRef);
  if (!one)
    return [finding('unexplained', `the provider knows no ${String(row.providerRef)} of this delivery`)];
  if (!lastWords[row.status]?.includes(one.status))
    return [finding('unexplained', `the provider says ${one.status} of it`)];
  if (one.errorCode !== null && row.reason !== String(one.errorCode))
    return [finding('unexplained', `the provider's code is ${one.errorCode}`)];
  return [];
}

function judgeBooks(story: Story): Finding[] {
  const { row, taken } = story;
  const wrong: string[] = [];
  const say = (is: boolean, why: string): void => {
    if (is) wrong.push(why);
  };

  for (const one of taken) {
    say(one.to !== row.phone, `its request ${one.sid} went to another phone`);
    say(one.kind === 'sms' && row.phone.startsWith('+46920'), `a landline was texted (${one.sid})`);
  }
  // Messages that were received twice are reported as duplicates. This finds those that were only accepted twice.
  const repeated = [...taken]
    .sort((a, b) => a.at - b.at)
    .slice(0, -1)
    .filter((one) => !isTriedAgain(one));
  say(
    repeated.length > 0 && reachedBy(story) < 2,
    'accepted once more by the provider, and no rule allows it',
  );

  const inDoubt = eventsOf(story, 'in-doubt').length;
  const again = eventsOf(story, 'sent-again-after-doubt').length;
  say(row.resent !== again > 0, 'the mark for sent again and its event differ');
  say(again > inDoubt, 'sent again more often than it was in doubt');
  for (const { detail } of eventsOf(story, 'found'))
    say(
      !taken.some(({ sid }) => sid === detail['ref']),
      `found as ${String(detail['ref'])}, which is not its own`,
    );

  for (const why of judgeSilence(story)) say(true, why);

  // A doubt that the cancellation ended was an attempt. No book says whether the provider accepted it.
  const isCutShort = row.status === 'cancelled' && inDoubt > again;
  const attempts = [attemptsTold(story), ...(isCutShort ? [attemptsTold(story) + 1] : [])];
  say(row.status !== 'suppressed' && !attempts.includes(row.attempts), attemptsDiffer(story));
  return wrong.map((why) => finding('unexplained', why));
}

/** Attempts by the other books: accepted by the provider, sent again because it was not accepted, and refused. */
function attemptsTold(story: Story): number {
  const { row, taken } = story;
  const ofChannel = taken.filter(({ kind }) => (kind === 'sms') === (row.channel === 'sms'));
  const late = tookLate(story) ? 1 : 0;
  const endedUntaken = ['rejected', 'unknown'].includes(row.status) ? 1 : 0;
  return ofChannel.length + vainTries(story) - late + endedUntaken;
}

/** Tries that were sent again because the provider never had them. The count restarts when a text becomes a call. */
function vainTries(story: Story): number {
  const since = eventsOf(story, 'called-instead')[0]?.at ?? 0;
  return eventsOf(story, 'sent-again-after-doubt').filter(({ at }) => at >= since).length;
}

const attemptsDiffer = (story: Story): string =>
  `${story.row.attempts} attempts, and ${attemptsTold(story)} by the other books`;
