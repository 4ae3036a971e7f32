import { runTogether, searchEach, typedAtOnce } from './several-at-once.js';

const trimmed = (typed: string): string[] =>
  typedAtOnce(typed).map((each) => each.replace(/[\s,]+/g, ' ').trim());

it.each([
  ['Storgatan 12 och 14', ['Storgatan 12', 'Storgatan 14']],
  ['Storgatan 12+14', ['Storgatan 12', 'Storgatan 14']],
  ['Storgatan 12 o 14', ['Storgatan 12', 'Storgatan 14']],
  ['Storgatan 12 - Örnvägen 3', ['Storgatan 12', 'Örnvägen 3']],
  ['Storgatan 12 och 14, 972 31 Luleå', ['Storgatan 12 972 31 Luleå', 'Storgatan 14 972 31 Luleå']],
  ['Storgatan 12 A-C', ['Storgatan 12 a', 'Storgatan 12 b', 'Storgatan 12 c']],
  ['12 och 14 Storgatan', ['12 Storgatan', '14 Storgatan']],
  ['Storgatan 36 till 38', ['Storgatan 36', 'Storgatan 38']],
  ['Storgatan 12 Luleå, Storgatan 3 Råneå', ['Storgatan 12 Luleå', 'Storgatan 3 Råneå']],
  ['Storgatan 12 Luleå, 14', ['Storgatan 12 Luleå', 'Storgatan 14']],
  ['Storgatan nr 12, nr 14', ['Storgatan nr 12', 'Storgatan nr nr 14']],
  ['Porsön 1:405, 406', ['Porsön 1:405', 'Porsön 1:406']],
  ['Porsön 1:405 1:406', ['Porsön 1:405', 'Porsön 1:406']],
  ['Porsön S:21 och 1:405', ['Porsön S:21', 'Porsön 1:405']],
  ['Porsön 1:405 och 2:7', ['Porsön 1:405', 'Porsön 2:7']],
])('splits a typed list of addresses: %s', (typed, parts) => {
  expect(trimmed(typed)).toEqual(parts);
});

it.each([
  'Storgatan 12, 972 31 Luleå',
  'Storgatan 12, lgh 1102, 2 tr',
  'Storgatan 12, 1102',
  'c/o Andersson, Storgatan 12',
  'Anna Ek och Bo Ek, Storgatan 12',
  'Nya och Gamla gatan 3',
  '972 31 Luleå, Storgatan 12',
  'Storgatan 12/14',
  'Porsön 1:405 > 2',
  '12 Storgatan, 972 31 Luleå',
  'Storgatan 12:an, 972 31 Luleå',
  'Luleå',
  '12 och 14',
  '',
])('does not split a single address: %s', (typed) => {
  expect(typedAtOnce(typed)).toEqual([typed]);
});

it.each([
  ['Storgatan 12 Örnvägen 3', ['Storgatan 12', 'Örnvägen 3']],
  ['Storgatan 12 A Örnvägen 3', ['Storgatan 12 A', 'Örnvägen 3']],
  [
    'Storgatan 12 972 31 Luleå Örnvägen 3 977 54 Luleå',
    ['Storgatan 12 972 31', 'Luleå Örnvägen 3 977 54 Luleå'],
  ],
  ['Porsön 1:405 Örnäset 2:7', ['Porsön 1:405', 'Örnäset 2:7']],
  ['Storgatan 12 lgh 1102 Luleå', ['Storgatan 12 lgh 1102 Luleå']],
  ['Storgatan 12 Luleå 97231', ['Storgatan 12 Luleå 97231']],
  ['Storgatan 12', ['Storgatan 12']],
])('splits lines that were joined into one: %s', (typed, parts) => {
  expect(runTogether(typed).map((each) => each.slice(0, -1))).toEqual(parts);
});

it('returns the best of each part first, none twice, and searches the whole text when no part is found', async () => {
  const rows: Record<string, string[]> = {
    'Ab 1,': ['a', 'b', 'c'],
    'Ab 2,': ['d', 'b'],
    'B 1 och 2': ['e'],
    'Aa 1,': ['f'],
    'Bb 2,': ['g'],
  };
  const search = (typed: string) => Promise.resolve((rows[typed] ?? []).map((id) => ({ id })));
  const found = async (typed: string) => (await searchEach(typed, 3, search)).map(({ id }) => id);
  expect(await found('Ab 1 och 2')).toEqual(['a', 'd', 'b']);
  expect(await found('B 1 och 2')).toEqual(['e']);
  expect(await found('Aa 1 Bb 2')).toEqual(['f', 'g']);
});

it.each([' ', ',', '1 och ', 'a 1, ', '1-', 'a1:1-'])(
  'splits 200 characters of %p into at most 10 parts',
  (unit) => {
    expect(typedAtOnce(unit.repeat(200 / unit.length)).length).toBeLessThanOrEqual(10);
  },
);
