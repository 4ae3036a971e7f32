import type { Wording } from '../../../../kernel/refusal.js';
import type { Broadcast, SignedIn } from '../../api/answers.js';
import { mayI } from '../../session/may-i.js';
import { words } from '../broadcast-page.words.js';

/** Why this user can't approve, in words for them; undefined when they can. */
export function whyNotApprove(
  { allowed }: Pick<Broadcast, 'allowed'>,
  member: Pick<SignedIn, 'may'>,
): Wording | undefined {
  if (allowed.includes('approval')) return undefined;
  // A user with the right who still can't approve has worked on the broadcast: the API has no other rule.
  return mayI(member, 'broadcast.approve') ? words.ownHand : words.noRole;
}

/** Whether this user, as far as the page can tell, would approve their own work. */
export const isOwnWork = (
  { createdBy, submittedBy }: Pick<Broadcast, 'createdBy' | 'submittedBy'>,
  { id }: Pick<SignedIn, 'id'>,
): boolean => createdBy?.id === id || submittedBy?.id === id;
