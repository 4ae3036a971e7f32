import { roles } from './member.js';
import { rightsOf, type Right } from './rights.js';

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
});
