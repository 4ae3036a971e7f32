import { inWalkingOrder, streetsToWalk, type Doorstep } from './walking-order.js';

const door = (street: string, number: string, more: Partial<Doorstep> = {}): Doorstep => ({
  street,
  number,
  locality: 'Luleå',
  property: null,
  ...more,
});
const numbersOf = async (...numbers: string[]): Promise<string[]> =>
  (await inWalkingOrder(numbers.map((number) => door('Storgatan', number)))).map(({ number }) => number);

describe('the walking order of addresses', () => {
  it('goes up the odd numbers and down the even numbers', async () => {
    expect(await numbersOf('1', '2', '3', '4', '10', '11', '9')).toEqual([
      '1',
      '3',
      '9',
      '11',
      '10',
      '4',
      '2',
    ]);
  });

  it.each([
    ['with a letter up the odd side', ['7 B', '7', '7 C', '7 A', '9'], ['7', '7 A', '7 B', '7 C', '9']],
    ['with a letter down the even side', ['12 A', '12', '14', '12 B'], ['14', '12 B', '12 A', '12']],
    ['with a letter that has no space before it', ['3B', '3a', '3', '1'], ['1', '3', '3a', '3B']],
    ['last where they are missing', ['', '4', '1'], ['1', '4', '']],
    ['last where they are not numeric', ['Hamnen', '2'], ['2', 'Hamnen']],
    ['by value, not as text', ['1001', '999', '11'], ['11', '999', '1001']],
  ])('sorts house numbers %s', async (_what, given, walked) => {
    expect(await numbersOf(...given)).toEqual(walked);
  });

  it('sorts streets from A to Ö in Swedish order', async () => {
    const streets = ['Örnstigen', 'Zettergatan', 'Ålgatan', 'Ängsvägen', 'Åkergatan', 'Aspvägen'];
    const walked = await inWalkingOrder(streets.map((street) => door(street, '1')));
    expect(walked.map(({ street }) => street)).toEqual([
      'Aspvägen',
      'Zettergatan',
      'Åkergatan',
      'Ålgatan',
      'Ängsvägen',
      'Örnstigen',
    ]);
  });

  it('finishes one locality before the next, even if both have a street of the same name', () => {
    const walked = [
      ...streetsToWalk([
        door('Skolgatan', '2', { locality: 'Råneå' }),
        door('Skolgatan', '1', { locality: 'Luleå' }),
        door('Skolgatan', '1', { locality: null }),
        door('Bygatan', '1', { locality: 'Råneå' }),
        door('Skolgatan', '3', { locality: 'Luleå' }),
      ]),
    ];
    expect(
      walked.map(({ locality, street, addresses }) => [locality, street, addresses.map((a) => a.number)]),
    ).toEqual([
      ['Luleå', 'Skolgatan', ['1', '3']],
      ['Råneå', 'Bygatan', ['1']],
      ['Råneå', 'Skolgatan', ['2']],
      [null, 'Skolgatan', ['1']],
    ]);
  });

  it('sorts farms without a number by their property', async () => {
    const farm = (property: string) => door('Norrbyn', '', { property });
    const walked = await inWalkingOrder([farm('Norrbyn 2:1'), farm('Norrbyn 1:4'), door('Norrbyn', '8')]);
    expect(walked.map(({ number, property }) => number || property)).toEqual([
      '8',
      'Norrbyn 1:4',
      'Norrbyn 2:1',
    ]);
  });

  it('keeps every address, and does not depend on the input order', async () => {
    const given = Array.from({ length: 60 }, (_, n) => door(`Gata ${n % 3}`, n % 7 === 0 ? '' : String(n)));
    const walked = await inWalkingOrder(given);
    expect(new Set(walked)).toEqual(new Set(given));
    const again = await inWalkingOrder([...given].reverse());
    expect(again.map(({ number }) => number)).toEqual(walked.map(({ number }) => number));
  });

  it('yields to other work between the streets of a town', async () => {
    const town = Array.from({ length: 10_000 }, (_, n) => door(`Gata ${n % 200}`, String(n)));
    let turns = 0;
    const another = () => {
      turns += 1;
      next = setImmediate(another);
    };
    let next = setImmediate(another);
    await inWalkingOrder(town);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(5);
  });
});
