import { DailyCounts } from './daily-counts.js';

it('DailyCounts counts each sender separately, and resets at midnight UTC', () => {
  const counts = new DailyCounts();
  const [evening, night] = [Date.parse('2026-03-01T23:59:59.999Z'), Date.parse('2026-03-02T00:00:00Z')];
  counts.note('LuleaKommun', evening);
  counts.note('LuleaKommun', evening);
  expect(counts.count('LuleaKommun', evening)).toBe(2);
  expect(counts.count('+46701740699', evening)).toBe(0);
  expect(counts.count('LuleaKommun', night)).toBe(0);
  counts.note('LuleaKommun', night);
  expect(counts.count('LuleaKommun', night)).toBe(1);
});
