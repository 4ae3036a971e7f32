import type { Wording } from '../../../kernel/refusal.js';
import type { Broadcast, SignedIn } from '../api/contract.js';
import { words } from './broadcast-page.words.js';

/** Why this person can't approve, in words for them; undefined when they can. */
export function whyNotApprove(
  { allowed }: Pick<Broadcast, 'allowed'>,
  { roles }: Pick<SignedIn, 'roles'>,
): Wording | undefined {
  if (allowed.includes('approval')) return undefined;
  // Whoever has the role but not the right had a hand in it: the only other rule the API has.
  return roles.includes('approver') ? words.ownHand : words.noRole;
}

/** Whether this person, as far as the page can tell, would approve what is their own. */
export const isOwnWork = (
  { createdBy, submittedBy }: Pick<Broadcast, 'createdBy' | 'submittedBy'>,
  { id }: Pick<SignedIn, 'id'>,
): boolean => createdBy?.id === id || submittedBy?.id === id;
