import { visualRuns } from './visual-runs.js';

/** As it stands on paper, from left to right: what is read from right to left, turned round. */
const onPaper = (line: string, rightToLeft: boolean): string =>
  visualRuns(line, rightToLeft)
    .map((run) => (run.rightToLeft ? Array.from(run.text).reverse().join('') : run.text))
    .join('');

describe('a line on paper', () => {
  it.each([
    ['is as it is read in Swedish', 'Koka vattnet (i dag).', false, 'Koka vattnet (i dag).'],
    ['begins at the right in Hebrew', 'שלום עולם', true, 'םלוע םולש'],
    ['keeps a number within', 'עד 13:00 היום', true, 'םויה 13:00 דע'],
    ['keeps a name in Latin within', 'ב Örnäset היום', true, 'םויה Örnäset ב'],
    ['opens its brackets the way it is read', 'א (ב) ג', true, 'ג (ב) א'],
    ['turns round a word that is quoted in Swedish', 'ordet שלום här', false, 'ordet םולש här'],
  ])('%s', (_what, line, rightToLeft, paper) => {
    expect(onPaper(line, rightToLeft)).toBe(paper);
  });
});
