import { qrCodeOf } from './qr-code.js';

describe('a QR code', () => {
  const { side, runs } = qrCodeOf('https://sms.example.se/a/k7m2p9');
  const isDark = (x: number, y: number): boolean =>
    runs.some((run) => run.y === y && x >= run.x && x < run.x + run.length);

  it('has a finder in three corners', () => {
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    for (const [left, top] of [
      [0, 0],
      [side - 7, 0],
      [0, side - 7],
    ] as const)
      expect(
        finder.map((_, y) => finder.map((__, x) => (isDark(left + x, top + y) ? '#' : '.')).join('')),
      ).toEqual(finder);
  });

  it('differs with its text, and has runs that do not touch', () => {
    expect(qrCodeOf('https://sms.example.se/a/k7m2p8').runs).not.toEqual(runs);
    for (const { x, y, length } of runs) expect(isDark(x + length, y) || isDark(x - 1, y)).toBe(false);
  });
});
