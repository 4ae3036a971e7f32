import { ImportProgressBar } from './import-progress.js';

describe('the progress of an import', () => {
  const shownOn = (isTerminal: boolean, moments: readonly number[]) => {
    let now = 0;
    let written = '';
    const bar = new ImportProgressBar({ isTerminal, write: (text) => (written += text) }, () => now);
    for (const moment of moments) {
      now = moment;
      bar.show({ layer: 'property', rows: 1000 + moment, share: moment / 20_000 });
    }
    bar.show({ step: 'membership' });
    bar.clear();
    return written;
  };

  it('is a bar on a terminal, redrawn in place at most every 200 ms', () => {
    const erase = '\r\u001b[2K';
    expect(shownOn(true, [0, 100, 5000, 10_000])).toBe(
      [
        `${erase}property: [........................] 0 %, 1,000 rows`,
        `${erase}property: [######..................] 25 %, 6,000 rows`,
        `${erase}property: [############............] 50 %, 11,000 rows`,
        `${erase}finding which address lies where …`,
        erase,
      ].join(''),
    );
  });

  it('is a plain line in a log, at most every 5 s', () => {
    expect(shownOn(false, [0, 100, 4000, 5000, 6000])).toBe(
      'property: 0 %, 1,000 rows\nproperty: 25 %, 6,000 rows\nfinding which address lies where …\n',
    );
  });
});
