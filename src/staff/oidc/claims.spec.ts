import { textOf, valuesOf } from './claims.js';

describe('the values of a claim', () => {
  it.each([
    ['a list', { roles: ['a', 'b'] }, 'roles', ['a', 'b']],
    ['one text', { roles: 'a' }, 'roles', ['a']],
    ['an empty list', { roles: [] }, 'roles', []],
    ['a list with other things in it', { roles: ['a', 1, null, { b: 1 }] }, 'roles', ['a']],
    ['a claim in an object', { realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    ['a name with dots', { 'https://id.example/roles': ['a'] }, 'https://id.example/roles', ['a']],
    ['a missing claim', { groups: ['a'] }, 'roles', undefined],
    ['a path that ends in a text', { realm_access: 'x' }, 'realm_access.roles', undefined],
    ['an inherited property', {}, 'constructor.name', undefined],
    ['an object', { roles: { a: true } }, 'roles', undefined],
    ['groups that Entra left out', { _claim_names: { groups: 'src1' } }, 'groups', 'overage'],
    ['groups that Entra left out of an implicit answer', { hasgroups: true }, 'groups', 'overage'],
    ['another claim that Entra left out', { _claim_names: { groups: 'src1' } }, 'roles', undefined],
  ])('are read from %s', (_what, claims, name, values) => {
    expect(valuesOf(claims, name)).toEqual(values);
  });

  it('are the first text there is, for a name', () => {
    const claims = { name: '', preferred_username: 'maja', email: 3 };
    expect(textOf(claims, 'email', 'name', 'preferred_username')).toBe('maja');
    expect(textOf({}, 'name')).toBeUndefined();
  });
});
