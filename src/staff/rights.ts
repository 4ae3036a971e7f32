import { refusal } from '../kernel/refusal.js';
import { RoleRequired, roles, type Member, type Role } from './member.js';

/** The roles that see the whole of the work. A new role has none of these rights before it is added here or to a row. */
const workers = [
  'author',
  'approver',
  'service-owner',
  'duty-officer',
  'admin',
] as const satisfies readonly Role[];

/**
 * Which roles have each right. A member needs one of them. What every role has is only what the console needs to start.
 */
export const rolesOf = {
  'session.read': roles,
  'settings.read': roles,
  /** To say which phone the program texts oneself at. */
  'own-phone.set': workers,
  'rota.read': workers,
  'rota.write': ['service-owner', 'duty-officer', 'admin'],
  'place.read': workers,
  /** To read the texts that people have sent to our numbers, with the numbers they came from. */
  'inbound.read': ['service-owner', 'duty-officer'],
  'area.save': ['service-owner', 'duty-officer'],
  'topic.read': workers,
  'topic.write': ['service-owner', 'admin'],
  'template.read': workers,
  /** Templates belong to no department. */
  'template.write': ['service-owner', 'admin'],
  'phone.look-up': ['service-owner', 'duty-officer'],
  'phone.place': ['service-owner'],
  'objection.record': ['service-owner'],
  'quarantine.read': ['service-owner', 'duty-officer'],
  'quarantine.release': ['service-owner'],
  'source.read': ['service-owner', 'duty-officer', 'admin'],
  'person.export': ['service-owner', 'admin'],
  'person.erase': ['service-owner', 'admin'],
  'audience.preview': ['author', 'approver', 'service-owner', 'duty-officer'],
  'text.measure': workers,
  'broadcast.read': workers,
  'broadcast.write': ['author'],
  /** To get its text on one's own phone before it is sent. */
  'broadcast.sample': ['author', 'approver'],
  /** To give an incident its title. */
  'incident.name': ['author', 'approver', 'service-owner', 'duty-officer'],
  /** To submit a broadcast to more phones than AUTHOR_MOST_PHONES. */
  'broadcast.submit-to-many': ['service-owner', 'duty-officer'],
  'broadcast.approve': ['approver'],
  /** Besides the right to approve: to approve alone a broadcast that one has worked on oneself. */
  'broadcast.break-glass': ['duty-officer'],
  'broadcast.control': ['author', 'approver', 'duty-officer'],
  'unreached.read': ['author', 'approver', 'service-owner', 'duty-officer'],
  'sender.read': workers,
  'sender.restart': ['service-owner', 'duty-officer'],
  /** To say which other systems are told what happens to broadcasts. */
  'webhook.write': ['service-owner', 'admin'],
  /** To change how everything looks that residents see. */
  'look.write': ['service-owner', 'admin'],
  /** To say on which accounts of social media it is posted. */
  'social.write': ['service-owner', 'admin'],
  'hold.decide': ['service-owner', 'duty-officer'],
  /** To decide whether an account belongs to a member. */
  'member.write': ['admin'],
  /** To say what the values of the identity provider's claim mean here. */
  'role-mapping.write': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rolesOf;

/** Roles that have a right only for what belongs to their own department. The other roles have it for every department. */
const ownDepartmentOnly: Readonly<Partial<Record<Right, readonly Role[]>>> = {
  'topic.write': ['service-owner'],
};

/** What a right is used on. */
export interface Subject {
  readonly departmentId: string;
}

export const OtherDepartment = refusal('staff.other-department', 'forbidden', {
  sv: 'Det här hör till en annan förvaltning.',
  en: 'This belongs to another department.',
});

export const rights = Object.keys(rolesOf) as Right[];

export const may = (member: Pick<Member, 'roles'>, right: Right): boolean =>
  rolesOf[right].some((role) => member.roles.includes(role));

/** Whether the member may use the right on this subject. */
export const mayOn = (
  member: Pick<Member, 'roles' | 'departmentId'>,
  right: Right,
  { departmentId }: Subject,
): boolean => may(member, right) && (departmentId === member.departmentId || mayEverywhere(member, right));

/** Every right of a member. */
export const rightsOf = (member: Pick<Member, 'roles'>): Right[] =>
  rights.filter((right) => may(member, right));

/**
 * @param subject what the right is used on, for a right that some roles have for their own department only
 * @throws staff.role-required, with the roles that have the right; staff.other-department
 */
export function requireMay(
  member: Pick<Member, 'roles' | 'departmentId'>,
  right: Right,
  subject?: Subject,
): void {
  if (!may(member, right)) throw RoleRequired({ role: rolesOf[right].join(' / '), right });
  if (subject && !mayOn(member, right, subject)) throw OtherDepartment();
}

const mayEverywhere = (member: Pick<Member, 'roles'>, right: Right): boolean =>
  rolesOf[right].some((role) => member.roles.includes(role) && !ownDepartmentOnly[right]?.includes(role));
