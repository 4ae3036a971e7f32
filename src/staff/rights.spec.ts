import { readFileSync } from 'node:fs';
import { roles, type Member, type Role } from './member.js';
import { requireMay, rightsOf, type Right } from './rights.js';

/** The rights that the console needs to start. */
const toStart: readonly Right[] = ['session.read', 'settings.read'];

describe('the rights of the roles', () => {
  it('are none for a member without a role', () => {
    expect(rightsOf({ roles: [] })).toEqual([]);
  });

  it.each(roles)('let a member with the role %s start the console, and do something there', (role) => {
    const own = rightsOf({ roles: [role] });
    expect(own).toEqual(expect.arrayContaining([...toStart]));
    expect(own.length).toBeGreaterThan(toStart.length);
  });

  it.each(roles)('are said of %s in the README', (role) => {
    expect(readFileSync('README.md', 'utf8')).toMatch(new RegExp(`^\\| \`${role}\` +\\| [a-z]`, 'm'));
  });
});

const member = (role: Role): Member => ({
  id: 'm',
  name: 'Aino Alm',
  email: 'aino@example.com',
  departmentId: 'water',
  departmentName: 'VA',
  roles: [role],
  via: 'session',
});

describe('requireMay', () => {
  it.each([
    ['service-owner', 'water', undefined],
    ['service-owner', 'culture', 'staff.other-department'],
    ['admin', 'culture', undefined],
    ['author', 'water', 'staff.role-required'],
  ] as const)('a %s of the water department who writes a topic of %s gets: %s', (role, department, code) => {
    const write = () => requireMay(member(role), 'topic.write', { departmentId: department });
    if (code) expect(write).toThrow(expect.objectContaining({ code }));
    else expect(write).not.toThrow();
  });
});
