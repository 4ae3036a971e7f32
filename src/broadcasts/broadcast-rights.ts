import type { Member } from '../staff/member.js';
import { may, requireMay, type Right } from '../staff/rights.js';
import { actions, hadAHandIn, transitions, type Broadcast, type BroadcastAction } from './broadcast.js';

/** The right that each action requires: for routes, use cases and the buttons of a page. */
export const rightTo = {
  edit: 'broadcast.write',
  submission: 'broadcast.write',
  approval: 'broadcast.approve',
  return: 'broadcast.approve',
  rejection: 'broadcast.approve',
  pause: 'broadcast.control',
  resumption: 'broadcast.control',
  'start-now': 'broadcast.control',
  cancellation: 'broadcast.control',
} as const satisfies Record<BroadcastAction, Right>;

/** @throws staff.role-required */
export const requireRightTo = (
  action: BroadcastAction,
  member: Pick<Member, 'roles' | 'departmentId'>,
): void => requireMay(member, rightTo[action]);

/** What this reader may do now. It includes the four-eyes rule, so that a page can explain why a button is missing. */
export function allowedTo(
  reader: Pick<Member, 'id' | 'roles'>,
  broadcast: Pick<Broadcast, 'state' | 'authors' | 'createdBy' | 'returnedBy' | 'submittedBy'>,
): BroadcastAction[] {
  return actions.filter(
    (action) =>
      may(reader, rightTo[action]) &&
      (action !== 'approval' || !hadAHandIn(broadcast, reader.id) || may(reader, 'broadcast.break-glass')) &&
      transitions[action].from.includes(broadcast.state),
  );
}
