import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../../staff/member.js';
import { may, rights, rightsOf } from '../../../staff/rights.js';
import { seesDirectory } from '../directory/sees-directory.js';
import { mayI } from './may-i.js';

describe('the rights in the console', () => {
  it.each(roles)('follow the rights of a member with the role %s', (role) => {
    const member = { roles: [role] };
    const signedIn = { may: rightsOf(member) };
    for (const right of rights) expect(mayI(signedIn, right)).toBe(may(member, right));
  });

  it('are none for a person who is not signed in', () => {
    expect(mayI(undefined, 'broadcast.read')).toBe(false);
    expect(seesDirectory(undefined)).toBe(false);
  });

  it('include the directory page when one of its parts may be used', () => {
    expect(seesDirectory({ may: ['person.export'] })).toBe(true);
    expect(seesDirectory({ may: ['broadcast.read'] })).toBe(false);
  });

  it('are never decided by the name of a role', () => {
    const folder = join(import.meta.dirname, '..');
    const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => roles.some((role) => readFileSync(join(folder, file), 'utf8').includes(`'${role}'`)));
    expect(named).toEqual([]);
  });
});
