import type { Broadcast, BroadcastState } from '../../api/answers.js';
import { numberOf } from '../report/report.js';

const goneOut: readonly BroadcastState[] = ['approved', 'sending', 'paused', 'completed'];

export type FollowerGroup = 'made' | 'notSent' | 'broken';
type Follower = Broadcast['followedBy'][number];

const groupOf = ({ state }: Follower): FollowerGroup =>
  goneOut.includes(state) ? 'made' : state === 'cancelled' || state === 'missed' ? 'broken' : 'notSent';

/**
 * The follow-ups of an alert, grouped by whether they were sent: a draft does not count as a follow-up that was made.
 */
export function followersByGroup(
  followedBy: readonly Follower[],
): readonly (readonly [FollowerGroup, readonly Follower[]])[] {
  const groups: readonly FollowerGroup[] = ['made', 'notSent', 'broken'];
  return groups
    .map((group) => [group, followedBy.filter((follower) => groupOf(follower) === group)] as const)
    .filter(([, followers]) => followers.length > 0);
}

/** The number of phones that have the message, or will get it from the provider. */
export const haveIt = (report: Broadcast['report']): number =>
  (['accepted', 'sent', 'delivered', 'noReceipt'] as const).reduce(
    (sum, name) => sum + numberOf(report, name),
    0,
  );

const waiting: readonly BroadcastState[] = ['draft', 'returned', 'pending-approval'];

/** Whether an all-clear is the next step: somebody has the alert, it was not called off, and no all-clear waits. */
export const isToBeCalledOff = ({
  calledOff,
  followedBy,
  report,
}: Pick<Broadcast, 'calledOff' | 'followedBy' | 'report'>): boolean =>
  haveIt(report) > 0 &&
  !calledOff &&
  !followedBy.some(({ relation, state }) => relation === 'all-clear' && waiting.includes(state));

/** Whether all of it was cancelled before anything was sent: nobody has it, so there is nobody to follow up with. */
export const isCancelledUnsent = ({ state, report }: Pick<Broadcast, 'state' | 'report'>): boolean =>
  state === 'cancelled' && report !== undefined && numberOf(report, 'cancelled') === report.planned;
