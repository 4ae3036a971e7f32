import { searchable } from './use-place-search.js';

it.each([
  [' Storgatan 12 ', 'Storgatan 12'],
  [`${'Storgatan 12, '.repeat(14)}Örnvägen 3`, 'Storgatan 12, '.repeat(14).trim()],
])('searches for what the server takes, whole words of it: %j', (typed, q) => {
  expect(searchable(typed)).toBe(q);
});
