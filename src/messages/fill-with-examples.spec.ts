import { fillWithExamples } from './fill-with-examples.js';

const gaps = [
  { name: 'plats', example: { sv: 'Storgatan 3', en: '$& Main Street' } },
  { name: 'från' },
  { name: 'till', example: { sv: '', en: ' ' } },
];

it.each([
  ['sv', 'Storgatan 3, Storgatan 3, [från]-[till]'],
  ['en', '$& Main Street, $& Main Street, [från]-[till]'],
  ['so', '$& Main Street, $& Main Street, [från]-[till]'],
])('fills every gap that has an example in %s, and leaves the others', (language, filled) => {
  expect(fillWithExamples('[plats], [plats], [från]-[till]', gaps, language)).toBe(filled);
});
