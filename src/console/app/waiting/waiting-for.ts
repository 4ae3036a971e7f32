import type { BroadcastSummary, SignedIn } from '../api/answers.js';

type Waiting = Pick<BroadcastSummary, 'id' | 'createdBy'>;

/** Those of the waiting broadcasts that somebody else wrote, so that this user may approve them. */
export const waitingFor = <B extends Waiting>(
  broadcasts: readonly B[],
  member: Pick<SignedIn, 'id'>,
): readonly B[] => broadcasts.filter(({ createdBy }) => createdBy?.id !== member.id);

/** Whether something waits that did not wait before. What waited when the page opened is no news. */
export const hasNews = (before: readonly string[] | undefined, now: readonly string[]): boolean =>
  before !== undefined && now.some((id) => !before.includes(id));
