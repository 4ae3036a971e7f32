import { standingOf, type RoleMapping } from './role-mapping.js';

const mappings: readonly RoleMapping[] = [
  { value: 'tib', roles: ['duty-officer', 'approver'], departmentId: 'crisis' },
  { value: 'va-writer', roles: ['author'], departmentId: 'water' },
  { value: 'approver', roles: ['approver'] },
  { value: 'nothing', roles: [], departmentId: 'water' },
];

describe('what a person may do', () => {
  it.each([
    ['no value', [], 'no-role'],
    ['a value that is not mapped', ['staff'], 'no-role'],
    ['a value in other letter case', ['TIB'], 'no-role'],
    ['a department without a role', ['nothing'], 'no-role'],
    ['a role without a department', ['approver'], 'no-department'],
    ['one value', ['va-writer'], { roles: ['author'], departmentId: 'water' }],
    [
      'a value of roles only beside another',
      ['approver', 'va-writer'],
      { roles: ['author', 'approver'], departmentId: 'water' },
    ],
    [
      'two departments: the first in the table, not in the token',
      ['va-writer', 'tib'],
      { roles: ['author', 'approver', 'duty-officer'], departmentId: 'crisis' },
    ],
  ])('is worked out from %s', (_what, values, standing) => {
    expect(standingOf(values, mappings)).toEqual(standing);
  });
});
