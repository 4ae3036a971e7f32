import { hadAHandIn, type Broadcast } from '../broadcast.js';

type Pending = Pick<Broadcast, 'id' | 'follows' | 'authors' | 'createdBy' | 'returnedBy' | 'submittedBy'>;

/**
 * Those of the pending broadcasts that this approver may approve now as the second person. A reminder is not counted:
 * it is approved with its alert, by somebody who had no hand in either.
 *
 * @param pending all that are pending
 */
export function waitingFor(pending: readonly Pending[], memberId: string): Pending[] {
  const alerts = new Set(pending.map(({ id }) => id));
  const alertOf = ({ follows }: Pending): string | undefined =>
    follows?.relation === 'update' && alerts.has(follows.root) ? follows.root : undefined;
  const touched = new Set(
    pending.filter((one) => hadAHandIn(one, memberId)).map((one) => alertOf(one) ?? one.id),
  );
  return pending.filter((one) => alertOf(one) === undefined && !touched.has(one.id));
}
