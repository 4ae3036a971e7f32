import { byStreet } from './streets.js';

const address = (street: string, number: string, locality: string | null = 'Luleå') => ({
  id: `${street}${number}`,
  street,
  number,
  locality,
  postalCode: null,
  property: null,
  point: [22.15, 65.58] as const,
});

describe('byStreet', () => {
  it('keeps the order of addresses, and separates streets of the same name in two localities', () => {
    const streets = byStreet([
      address('Skolgatan', '1'),
      address('Skolgatan', '4'),
      address('Skolgatan', '2', 'Råneå'),
      address('Norrbyn', '', null),
    ]);
    expect(streets.map(({ name, addresses }) => [name, addresses.map(({ number }) => number)])).toEqual([
      ['Skolgatan, Luleå', ['1', '4']],
      ['Skolgatan, Råneå', ['2']],
      ['Norrbyn', ['']],
    ]);
  });
});
