import type { PartOutcome } from '../broadcast-ledger.js';
import { outcomeOf, partsOnMap } from './parts-on-map.js';

describe('the outcome', () => {
  it.each([
    ['four phones, all delivered', [4, 4, 0], 'few'],
    ['nobody', [0, 0, 0], 'few'],
    ['nine of ten', [10, 9, 0], 'reached'],
    ['nine of ten, and one that may still be', [10, 9, 1], 'reached'],
    ['eight of ten', [10, 8, 0], 'partly'],
    ['half', [10, 5, 0], 'partly'],
    ['fewer than half', [10, 4, 0], 'missed'],
    ['none yet', [10, 0, 10], 'under-way'],
    ['some with the provider', [10, 5, 5], 'under-way'],
  ] as const)('of %s is right', (_what, [phones, delivered, under], expected) =>
    expect(outcomeOf(phones, delivered, under)).toBe(expected),
  );
});

describe('the parts of an area on the map', () => {
  let corner = 0;
  /** @param name null for the rest */
  const part = (name: string | null, phones: number, delivered: number): PartOutcome => ({
    kind: name === null ? 'rest' : 'block',
    name: name ?? '',
    phones,
    shown: phones >= 5,
    delivered,
    under: 0,
    geometry: { type: 'Polygon', coordinates: [[[corner++, 0]]] },
  });
  const shown = (...parts: PartOutcome[]) =>
    partsOnMap(parts).map(({ outcome, blocks, rest, geometry }) => [
      outcome,
      blocks,
      rest,
      geometry.coordinates.length,
    ]);

  it('are together by their outcome, best first', () => {
    expect(shown(part('A', 5, 1), part('B', 10, 10), part('C', 6, 6), part(null, 8, 4))).toEqual([
      ['reached', ['B', 'C'], false, 2],
      ['partly', [], true, 1],
      ['missed', ['A'], false, 1],
    ]);
  });

  it('have no colour where no phone was meant', () => {
    expect(shown(part('A', 5, 5), part(null, 0, 0))).toEqual([
      ['reached', ['A'], false, 1],
      ['few', [], true, 1],
    ]);
  });

  it('have the colour of the smallest part where few were meant, so that the others tell nothing about them', () => {
    expect(shown(part('A', 20, 20), part('B', 6, 6), part(null, 4, 0))).toEqual([
      ['reached', ['A'], false, 1],
      ['partly', ['B'], true, 2],
    ]);
  });

  it('are none if none has enough phones', () => expect(shown()).toEqual([]));
});
