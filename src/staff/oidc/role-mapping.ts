import { roles, type Role } from '../member.js';

/** What a value of the identity provider's claim means here. */
export interface RoleMapping {
  /** As the provider sends it, compared letter by letter: a role, or the id of a group. */
  readonly value: string;
  readonly roles: readonly Role[];
  /** Left out: the value gives roles only. */
  readonly departmentId?: string | undefined;
}

/** What a person may do, and where they belong. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly departmentId: string;
}

/**
 * Works out what a person's values give: the roles of all their values, and the department of the first mapping that
 * has one.
 *
 * @param mappings in their order
 */
export function standingOf(
  values: readonly string[],
  mappings: readonly RoleMapping[],
): Standing | 'no-role' | 'no-department' {
  const theirs = mappings.filter(({ value }) => values.includes(value));
  const has = roles.filter((role) => theirs.some((mapping) => mapping.roles.includes(role)));
  const departmentId = theirs.find((mapping) => mapping.departmentId !== undefined)?.departmentId;
  if (has.length === 0) return 'no-role';
  return departmentId === undefined ? 'no-department' : { roles: has, departmentId };
}
