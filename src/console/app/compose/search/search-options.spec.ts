import { sharesWord } from './likeness.js';
import type { Address, Place } from '../../api/answers.js';
import { sortOf } from '../../contents/place.words.js';
import { searchOptions } from './search-options.js';

const place = (id: string, kind: Place['kind'], name: string): Place => ({
  id,
  kind,
  name,
  boundingBox: [0, 0, 1, 1],
  saved: false,
});
const address = (id: string, name: string, propertyId: string | null): Address => ({
  id,
  name,
  postalCode: '971 30',
  locality: 'Luleå',
  point: [22, 65],
  propertyId,
  propertyName: 'Innerstaden 1:1',
});
const names = (options: ReturnType<typeof searchOptions>) => options.map(({ name }) => name);

describe('searchOptions', () => {
  it('puts prefix matches first, and larger kinds first among equals', () => {
    const options = searchOptions(
      [place('1', 'property', 'Storhällan 1:6'), place('2', 'area', 'Storängen')],
      [address('3', 'Storgatan 6', 'p9')],
      [],
      'STORGATAN 6',
    );
    expect(names(options)).toEqual(['Storgatan 6', 'Storängen', 'Storhällan 1:6']);
  });

  it('offers an address in place of its property, and omits an address without a property', () => {
    const options = searchOptions(
      [],
      [address('1', 'Storgatan 2', 'p1'), address('2', 'Storgatan 4', null)],
      [],
    );
    expect(options).toEqual([
      {
        key: '1',
        kind: 'address',
        name: 'Storgatan 2',
        detail: '971 30 Luleå, Innerstaden 1:1',
        placeId: 'p1',
        point: [22, 65],
      },
    ]);
  });

  it('uses another word for an area that staff saved than for a real one', () => {
    const areas = [place('1', 'area', 'Porsön'), { ...place('2', 'area', 'Porsön'), saved: true }];
    expect(searchOptions(areas, [], []).map((option) => sortOf(option).sv)).toEqual([
      'Bostadsområde',
      'Sparad yta',
    ]);
  });

  it('marks options that are already chosen, also an address on a chosen property', () => {
    const chosen = place('1', 'property', 'Innerstaden 1:1');
    const addresses = [address('2', 'Storgatan 2', '1'), address('3', 'Storgatan 4', '9')];
    const options = searchOptions([chosen], addresses, [chosen]);
    expect(options.map(({ key, taken = false }) => [key, taken])).toEqual([
      ['1', true],
      ['2', true],
      ['3', false],
    ]);
  });

  it('puts a mistyped street before properties that are less similar', () => {
    const properties = [place('1', 'property', 'Stadsön 1:12'), place('2', 'property', 'Storheden 1:2')];
    const options = searchOptions(properties, [address('3', 'Storgatan 12', 'p9')], [], 'Storgatn 12');
    expect(names(options)[0]).toBe('Storgatan 12');
  });
});

describe('a name that only resembles the typed text', () => {
  it.each([
    ['Körgatan 3', 'storgatan 3', false],
    ['Spårgatan 3', 'storgatan 3', false],
    ['Storgatan 12 A', 'storgatan 12', true],
    ['Storgatan 12 A', 'Storgatan 12, 971 30 Luleå', true],
    ['Rotvägen 4', 'rotvagen', true],
    ['Innerstaden 1:11', 'fastighet innerstaden 1:11', true],
    ['Storgatan 12', 'storg', true],
    ['Storgatan 12', '12', true],
  ])('sharesWord(%s, “%s”) is %s', (name, typed, shares) => {
    expect(sharesWord(name, typed)).toBe(shares);
  });
});
