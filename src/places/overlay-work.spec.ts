import type { Position } from 'geojson';
import { overlayWork } from './overlay-work.js';

const most = 1_000_000;
const closed = (ring: readonly Position[]): Position[] => [...ring, ring[0]!];
const square = (x: number, y: number, side: number): Position[] =>
  closed([
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ]);
const coast = (corners: number): Position[] =>
  closed(
    Array.from({ length: corners }, (_, n) => {
      const angle = (2 * Math.PI * n) / corners;
      const far = 0.1 * (1 + 0.3 * Math.sin(40 * angle));
      return [22.1 + 2 * far * Math.cos(angle), 65.5 + far * Math.sin(angle)];
    }),
  );
/** Adjacent teeth, upright or lying. */
const comb = (teeth: number, isUpright: boolean): Position[] => {
  const points = Array.from({ length: teeth }, (_, n): Position[] => [
    [n * 1e-5, 0],
    [n * 1e-5 + 5e-6, 0.01],
  ]).flat();
  const ring = closed([...points, [teeth * 1e-5, -0.001], [0, -0.001]]);
  return ring.map(([x, y]) => (isUpright ? [22 + x!, 65 + y!] : [22 + y!, 65 + x!]));
};
/** Slivers from corner to opposite corner, all of which cross each other. */
const crossed = (count: number): Position[][][] =>
  Array.from({ length: count }, (_, n) => {
    const away = (n * 5e-3) / count;
    return [
      closed([
        [22.1, 65.55 + away],
        [22.2, 65.6 - away],
        [22.2, 65.6 - away + 5e-6],
        [22.1, 65.55 + away + 5e-6],
      ]),
    ];
  });

describe('the work of an overlay', () => {
  it.each<[string, Position[][][], number]>([
    ['a square', [[square(22, 65, 0.1)]], 10],
    ['a coast of 10,000 vertices', [[coast(10_000)]], 100_000],
    [
      '500 squares side by side',
      Array.from({ length: 500 }, (_, n) => [
        square(22 + (n % 25) / 100, 65 + Math.floor(n / 25) / 100, 0.01),
      ]),
      500_000,
    ],
    [
      'a square of 1,900 holes',
      [
        [
          square(22, 65, 1),
          ...Array.from({ length: 1_900 }, (_, n) =>
            square(22.01 + (n % 50) / 60, 65.01 + Math.floor(n / 50) / 60, 0.01),
          ),
        ],
      ],
      100_000,
    ],
  ])('is little for %s', (_, parts, steps) => {
    expect(overlayWork(parts, most)).toBeLessThan(steps);
  });

  it.each<[string, Position[][][]]>([
    ['a comb of 4,900 teeth', [[comb(4_900, true)]]],
    ['a comb of 4,900 teeth on its side', [[comb(4_900, false)]]],
    ['500 slivers that all cross each other', crossed(500)],
    ['500 identical squares', Array.from({ length: 500 }, () => [square(22, 65, 0.1)])],
  ])('is too much for %s, which is found out within 600 ms of processor time', (_, parts) => {
    const before = process.cpuUsage();
    expect(overlayWork(parts, most)).toBeGreaterThan(most);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(600);
  });
});
