import { editDistance } from '../../kernel/edit-distance.js';
import { nameHead, rankHeads, rankNumbers, rankResembling } from './rank-parts.js';
import { searchReadings, searchTerms } from './search-terms.js';

const streets = [
  'storgatan lulea',
  'lilla storgatan lulea',
  'storgatan  ranea',
  'kyrkogatan lulea',
  'ostermalm',
];
const heads = streets.map(nameHead);
const ranked = (typed: string, rank = rankHeads): string[] =>
  rank(heads, searchTerms(typed)!).map(({ part }) => part);

describe('typed search text', () => {
  const plain = { wordsFirst: true, letter: undefined, numberIsWhole: false };

  it.each([
    ['Storgatan 12', { ...plain, words: ['storgatan'], numbers: ['12'], beside: 'storgatan' }],
    ['12 storg', { ...plain, words: ['storg'], numbers: ['12'], beside: 'storg', wordsFirst: false }],
    [
      'storgatan 12 B',
      {
        ...plain,
        words: ['storgatan'],
        numbers: ['12'],
        beside: 'storgatan',
        letter: 'b',
        numberIsWhole: true,
      },
    ],
    [
      'storgatan 12B',
      {
        ...plain,
        words: ['storgatan'],
        numbers: ['12'],
        beside: 'storgatan',
        letter: 'b',
        numberIsWhole: true,
      },
    ],
    [
      'storgatan 12, lul',
      { ...plain, words: ['storgatan', 'lul'], numbers: ['12'], beside: 'storgatan', numberIsWhole: true },
    ],
    ['Å', { ...plain, words: ['a'], numbers: [] }],
    ['X s:2', { ...plain, words: [], numbers: ['s:2'], letter: 'x' }],
  ])('is split into words, numbers and a letter: %s', (typed, terms) => {
    expect(searchTerms(typed)).toEqual(terms);
  });

  it.each(['', '  ', undefined, '\u200b', '()'])('with nothing to search for has no readings: %p', (typed) =>
    expect(searchReadings(typed)).toEqual([]),
  );

  it.each([
    ['Storgatan 37, 972 31 Luleå', ['storgatan', 'lulea'], ['37'], '97231'],
    ['Storgatan 37 97231 LULEÅ', ['storgatan', 'lulea'], ['37'], '97231'],
    ['Storgatan 37, SE-972 31 Luleå', ['storgatan', 'lulea'], ['37'], '97231'],
    ['Storgatan 37, S-97231', ['storgatan'], ['37'], '97231'],
    ['972\u00a031', [], [], '97231'],
  ])('is first read with its postal code: %s', (typed, words, numbers, postalCode) => {
    expect(searchReadings(typed)[0]).toMatchObject({ words, numbers, postalCode });
  });

  it.each([
    ['c/o Andersson, Storgatan 3', ['storgatan'], ['3']],
    ['C/O Andersson Storgatan 3', ['storgatan'], ['3']],
    ['Storgatan 3 (gula huset)', ['storgatan'], ['3']],
    ['Storgatan3', ['storgatan'], ['3']],
    ['Storgatan nr 3', ['storgatan'], ['3']],
    ['Storgatan 3 lgh 1203', ['storgatan'], ['3']],
    ['Storgatan 3, lägenhet 1203, 2 tr', ['storgatan'], ['3']],
    ['Storgatan 3-5', ['storgatan'], ['3']],
    ['Storgatan 3;', ['storgatan'], ['3']],
    ['Storgatan 3.', ['storgatan'], ['3']],
    ['Storgatan 3!', ['storgatan'], ['3']],
    ['“Storgatan 3”', ['storgatan'], ['3']],
    ["'Storgatan 3 B'.", ['storgatan'], ['3']],
    ['Storgatan 3 - 5', ['storgatan'], ['3-5']],
    ['Storgatan 3 – 5', ['storgatan'], ['3']],
    ['Storgatan 3/1203', ['storgatan'], ['3']],
    ['Storgatan 3/5', ['storgatan'], ['3']],
    ['Storgatan 3 tr 2', ['storgatan'], ['3']],
    ['Storgatan 3 B, 2 tr', ['storgatan'], ['3']],
    ['Storgatan 3 2tr', ['storgatan'], ['3']],
    ['Storgatan 3 #1203', ['storgatan'], ['3']],
    ['Adress: Storgatan 3', ['storgatan'], ['3']],
    ['Besöksadress: Storgatan 3', ['storgatan'], ['3']],
    ['C/O: Ek, Storgatan 3', ['storgatan'], ['3']],
    ['Storgatan 3, Luleå kommun', ['storgatan'], ['3']],
    ['Storgatan 3, Norrbottens län', ['storgatan'], ['3']],
    ['Kv. Örnen 3', ['ornen'], ['3']],
    ['Fastighetsbeteckning: Porsön 1:405', ['porson'], ['1:405']],
    ['Del av Porsön 1:405', ['porson'], ['1:405']],
    ['Porsön 1:405 m.fl.', ['porson'], ['1:405']],
    ['Porsön ga:3', ['porson'], ['ga:3']],
    ['S:t Olofs gata 3', ['olofs', 'gata'], ['s:t', '3']],
    ['Storg. 3', ['storg'], ['3']],
    ['Storgatan 3, Luleå, Sverige', ['storgatan', 'lulea'], ['3']],
    ['Fastighet Porsön 1:405', ['porson'], ['1:405']],
    ['Luleå kommun PORSÖN 1:405', ['porson'], ['1:405']],
    ['Porsön1:405', ['porson'], ['1:405']],
    ['Porsön 1 : 405', ['porson'], ['1:405']],
    ['PORSÖN 1:405>2', ['porson'], ['1:405']],
    ['Porsön\u200b \uff11:\uff14\uff10\uff15', ['porson'], ['1:405']],
  ])('has a reading without additions such as c/o, floor or apartment: %s', (typed, words, numbers) => {
    expect(searchReadings(typed)).toContainEqual(expect.objectContaining({ words, numbers }));
  });
});

it.each([
  'c/o Anna Ek\nStorgatan 3\n972 31 Luleå',
  'c/o Ek Storgatan 3, 972 31 Luleå',
  'c/o Anna Ek Storgatan 3 972 31 Luleå',
  'Storgatan 3 tr 2',
  'Storgatan port 3',
  'Storgatan # 3',
])('every reading of an address keeps the house number: %j', (typed) => {
  for (const { numbers } of searchReadings(typed)) expect(numbers).toContain('3');
});

it.each(['Storgatan 3 F', 'Storgatan 3F', 'Storgatan 3, 2 tr', 'Storgatan 3 (gula huset)', 'Storgatan 3-5'])(
  'what is left of a longer number is no prefix of another number: %s',
  (typed) => {
    for (const terms of searchReadings(typed).filter(({ numbers }) => numbers.join() === '3'))
      expect(terms).toMatchObject({ numberIsWhole: true });
  },
);

describe('ranking names by their words', () => {
  it.each([
    ['storgatan', ['storgatan lulea', 'storgatan  ranea', 'lilla storgatan lulea']],
    ['lulea storg', ['storgatan lulea', 'lilla storgatan lulea']],
    ['gatan ranea', ['storgatan  ranea']],
    ['termal', ['ostermalm']],
    ['kiruna', []],
  ])('matches words in any order, prefix matches first: %s', (typed, expected) => {
    expect(ranked(typed)).toEqual(expected);
  });

  it.each([
    ['strogatan', 'storgatan lulea'],
    ['kyrkgatan', 'kyrkogatan lulea'],
    ['ostermlam', 'ostermalm'],
    ['kyrokg', 'kyrkogatan lulea'],
    ['strogatan raneå', 'storgatan  ranea'],
  ])('finds a name in spite of a typing error: %s', (typed, meant) => {
    expect(ranked(typed, rankResembling)[0]).toBe(meant);
  });

  it.each(['kiruna', 'xy', 'st 1'])(
    'finds nothing for words that are too short or too different: %s',
    (typed) => {
      expect(ranked(typed, rankResembling)).toEqual([]);
    },
  );
});

it('numbers are ranked exact match, prefix match, substring match', () => {
  expect(rankNumbers(['112', '1:12', '120', '12', '12b', '7'], ['12'])).toEqual([
    '12',
    '120',
    '12b',
    '112',
    '1:12',
  ]);
});

it.each([
  ['a missing letter', 'strand', 'stand', 1],
  ['an extra letter', 'stand', 'strand', 1],
  ['a wrong letter', 'strund', 'strand', 1],
  ['two letters swapped', 'srtand', 'strand', 1],
  ['more errors than the limit', 'berg', 'strand', Infinity],
])('counts typing errors: %s', (_what, typed, word, slips) => {
  expect(editDistance(typed, word, 2).whole).toBe(slips);
});

it('counts typing errors in the beginning of a word that is still being typed', () => {
  expect(editDistance('strog', 'storgatan', 2)).toEqual({ whole: Infinity, beginning: 1 });
});
