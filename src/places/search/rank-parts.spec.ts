import { editDistance } from './edit-distance.js';
import { nameHead, rankHeads, rankNumbers, rankResembling } from './rank-parts.js';
import { searchTerms } from './search-terms.js';

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

describe('what was typed', () => {
  it.each([
    ['Storgatan 12', { words: ['storgatan'], numbers: ['12'], wordsFirst: true, letter: undefined }],
    ['12 storg', { words: ['storg'], numbers: ['12'], wordsFirst: false, letter: undefined }],
    ['storgatan 12 B', { words: ['storgatan'], numbers: ['12'], wordsFirst: true, letter: 'b' }],
    ['Å', { words: ['a'], numbers: [], wordsFirst: true, letter: undefined }],
    ['X s:2', { words: [], numbers: ['s:2'], wordsFirst: true, letter: 'x' }],
  ])('is taken apart as names are: %s', (typed, terms) => {
    expect(searchTerms(typed)).toEqual(terms);
  });

  it.each(['', '  ', undefined])('may be nothing: %p', (typed) => expect(searchTerms(typed)).toBeUndefined());
});

describe('the words of names', () => {
  it.each([
    ['storgatan', ['storgatan lulea', 'storgatan  ranea', 'lilla storgatan lulea']],
    ['lulea storg', ['storgatan lulea', 'lilla storgatan lulea']],
    ['gatan ranea', ['storgatan  ranea']],
    ['termal', ['ostermalm']],
    ['kiruna', []],
  ])('are found in any order, those that begin so first: %s', (typed, expected) => {
    expect(ranked(typed)).toEqual(expected);
  });

  it.each([
    ['strogatan', 'storgatan lulea'],
    ['kyrkgatan', 'kyrkogatan lulea'],
    ['ostermlam', 'ostermalm'],
    ['kyrokg', 'kyrkogatan lulea'],
    ['strogatan raneå', 'storgatan  ranea'],
  ])('are forgiven a slip of the finger: %s', (typed, meant) => {
    expect(ranked(typed, rankResembling)[0]).toBe(meant);
  });

  it.each(['kiruna', 'xy', 'st 1'])('are not guessed at: %s', (typed) => {
    expect(ranked(typed, rankResembling)).toEqual([]);
  });
});

it('numbers come with the very one first', () => {
  expect(rankNumbers(['112', '1:12', '120', '12', '12b', '7'], ['12'])).toEqual([
    '12',
    '120',
    '12b',
    '112',
    '1:12',
  ]);
});

it.each([
  ['a letter too few', 'strand', 'stand', 1],
  ['a letter too many', 'stand', 'strand', 1],
  ['a wrong one', 'strund', 'strand', 1],
  ['two in each other’s place', 'srtand', 'strand', 1],
  ['more than wanted', 'berg', 'strand', Infinity],
])('counts slips: %s', (_what, typed, word, slips) => {
  expect(editDistance(typed, word, 2).whole).toBe(slips);
});

it('counts slips up to where somebody has come in a word', () => {
  expect(editDistance('strog', 'storgatan', 2)).toEqual({ whole: Infinity, beginning: 1 });
});
