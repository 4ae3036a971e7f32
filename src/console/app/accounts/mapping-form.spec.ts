import { roles } from '../../../staff/member.js';
import { words } from './accounts.words.js';
import { added, faultsOf, mappingsOf, movedUp, rowsOf } from './mapping-form.js';

const rows = rowsOf([
  { value: 'tib', roles: roles.slice(1, 3), department: 'Krisledningen' },
  { value: 'signs', roles: roles.slice(0, 1) },
]);

describe('the table of what values mean', () => {
  it('comes back as it was, without the spaces around what was typed', () => {
    const [tib, signs] = rows;
    expect(mappingsOf([{ ...tib!, value: ' tib ', department: ' Krisledningen ' }, signs!])).toEqual([
      { value: 'tib', roles: roles.slice(1, 3), department: 'Krisledningen' },
      { value: 'signs', roles: roles.slice(0, 1) },
    ]);
  });

  it('gives a new row a key of its own, also after a row was moved or removed', () => {
    expect(added(movedUp(rows, 1)).map(({ key }) => key)).toEqual([1, 0, 2]);
    expect(added(rows.slice(1)).map(({ key }) => key)).toEqual([1, 2]);
    expect(added([]).map(({ key }) => key)).toEqual([0]);
    expect(movedUp(rows, 0)).toEqual(rows);
  });

  it('finds a row without a value, a value that stands twice, and one that means nothing', () => {
    const [tib] = rows;
    const typed = [...rows, { ...tib!, key: 2 }, { key: 3, value: ' ', roles: [], department: '' }];
    expect(faultsOf([...typed, { key: 4, value: 'x', roles: [], department: ' ' }])).toEqual(
      new Map([
        [2, words.valueTwice],
        [3, words.valueMissing],
        [4, words.meansNothing],
      ]),
    );
    expect(faultsOf(rows).size).toBe(0);
  });
});
