import { RoleRequired, roles, type Member, type Role } from './member.js';

/** Which roles may do what. A member needs one of them; a right that everyone on the staff has still takes some role. */
export const rolesOf = {
  'session.read': roles,
  'settings.read': roles,
  'place.read': roles,
  /** What people have texted to our numbers, and who. */
  'inbound.read': ['service-owner', 'duty-officer'],
  'area.save': ['service-owner', 'duty-officer'],
  'topic.read': roles,
  'topic.write': ['service-owner', 'admin'],
  'topic.write-any': ['admin'],
  'phone.look-up': ['service-owner', 'duty-officer'],
  'phone.place': ['service-owner'],
  'objection.record': ['service-owner'],
  'quarantine.read': ['service-owner', 'duty-officer'],
  'quarantine.release': ['service-owner'],
  'source.read': ['service-owner', 'duty-officer', 'admin'],
  'person.export': ['service-owner', 'admin'],
  'person.erase': ['service-owner', 'admin'],
  'audience.preview': ['author', 'approver', 'service-owner', 'duty-officer'],
  'text.measure': roles,
  'broadcast.read': roles,
  'broadcast.write': ['author'],
  /** To more phones than AUTHOR_MOST_PHONES. */
  'broadcast.submit-to-many': ['service-owner', 'duty-officer'],
  'broadcast.approve': ['approver'],
  /** To approve alone what one had a hand in, besides the right to approve. */
  'broadcast.break-glass': ['duty-officer'],
  'broadcast.control': ['author', 'approver', 'duty-officer'],
  'unreached.read': ['author', 'approver', 'service-owner', 'duty-officer'],
  'sender.read': roles,
  'sender.restart': ['service-owner', 'duty-officer'],
  'hold.decide': ['service-owner', 'duty-officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rolesOf;
export const rights = Object.keys(rolesOf) as Right[];

export const may = (member: Pick<Member, 'roles'>, right: Right): boolean =>
  rolesOf[right].some((role) => member.roles.includes(role));

/** Everything that a member may do. */
export const rightsOf = (member: Pick<Member, 'roles'>): Right[] =>
  rights.filter((right) => may(member, right));

/** @throws staff.role-required, naming the roles that would do */
export function requireMay(member: Pick<Member, 'roles'>, right: Right): void {
  if (!may(member, right)) throw RoleRequired({ role: rolesOf[right].join(' / '), right });
}
