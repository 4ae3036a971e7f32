import { searchable } from './use-place-search.js';

it.each([
  [' Storgatan 12 ', 'Storgatan 12'],
  [`${'Storgatan 12, '.repeat(14)}Örnvägen 3`, 'Storgatan 12, '.repeat(14).trim()],
])('searchable cuts a text to what the server accepts, at a whole word: %j', (typed, q) => {
  expect(searchable(typed)).toBe(q);
});
