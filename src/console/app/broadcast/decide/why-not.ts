import type { Wording } from '../../../../kernel/refusal.js';
import type { Broadcast, SignedIn } from '../../api/answers.js';
import { mayI } from '../../session/may-i.js';
import { words } from '../broadcast-page.words.js';

/** Why this person can't approve, in words for them; undefined when they can. */
export function whyNotApprove(
  { allowed }: Pick<Broadcast, 'allowed'>,
  member: Pick<SignedIn, 'may'>,
): Wording | undefined {
  if (allowed.includes('approval')) return undefined;
  // Who has the right and still can't had a hand in it: the only other rule the API has.
  return mayI(member, 'broadcast.approve') ? words.ownHand : words.noRole;
}

/** Whether this person, as far as the page can tell, would approve what is their own. */
export const isOwnWork = (
  { createdBy, submittedBy }: Pick<Broadcast, 'createdBy' | 'submittedBy'>,
  { id }: Pick<SignedIn, 'id'>,
): boolean => createdBy?.id === id || submittedBy?.id === id;
