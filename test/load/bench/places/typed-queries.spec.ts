import { County } from '../../../../geo/county/county.js';
import { typedQueries } from './typed-queries.js';

const county = new County({ properties: 2_000, addresses: 2_500, phones: 0, seed: 1 });
const names = {
  addresses: [...county.addresses()].map(({ street, number }) => `${street} ${number}`),
  properties: [...county.properties()].map(({ name }) => name),
  blocks: [...county.blocks()].map(({ name }) => name),
  areas: [...county.areas()].map(({ name }) => name),
};

describe('typed queries', () => {
  const typed = typedQueries(names, 1);

  it.each(['addresses', 'places'] as const)('are over two hundred for %s, of all five kinds', (which) => {
    expect(typed[which].length).toBeGreaterThan(200);
    expect(new Set(typed[which].map(({ how }) => how)).size).toBe(5);
    for (const { q } of typed[which]) expect(q.trim()).not.toBe('');
  });

  it('are the same for the same seed', () => {
    expect(typedQueries(names, 1)).toEqual(typed);
    expect(typedQueries(names, 2)).not.toEqual(typed);
  });

  it('mostly differ from the known names if marked as misspelt', () => {
    const known = new Set(names.addresses);
    const wrong = typed.addresses.filter(({ how }) => how === 'misspelt');
    expect(wrong.filter(({ q }) => known.has(q)).length).toBeLessThan(wrong.length / 10);
  });
});
