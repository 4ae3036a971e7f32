import fc from 'fast-check';
import { maxParts, maxVertices } from '../places/drawn-geometry.js';
import { AudienceInput, readAudience } from './audience.js';

const square = [
  [22.1, 65.5],
  [22.2, 65.5],
  [22.2, 65.6],
  [22.1, 65.5],
];
const polygon = (coordinates: unknown, type = 'Polygon') => ({ polygon: { type, coordinates } }) as Input;
type Input = Parameters<typeof readAudience>[0];
const near = (type: string, coordinates: unknown[]) =>
  ({ near: [{ geometry: { type, coordinates }, metres: 10 }] }) as Input;
const ringOf = (vertices: number) =>
  Array.from({ length: vertices }, (_, i) => (i === vertices - 1 ? [0, 0] : [i / 1e6, 0]));

describe('reading an audience', () => {
  it.each<[string, Input]>([
    ['a polygon', polygon([square])],
    ['a polygon with a hole', polygon([square, square])],
    ['several polygons', polygon([[square], [square]], 'MultiPolygon')],
    ['the maximum number of vertices', polygon([ringOf(maxVertices)])],
    ['a topic', { topic: 't' }],
    ['near a point', near('Point', [22, 65])],
    [
      'near what has a name',
      { near: [{ geometry: { type: 'Point', coordinates: [22, 65] }, metres: 10, name: 'Å 3' }] },
    ],
    ['along a line', near('LineString', square)],
    [
      'a mix, less some of it',
      { ...polygon([square]), places: ['a'], minus: { places: ['b'] }, roles: ['owner'] },
    ],
  ])('accepts %s', (_what, input) => {
    expect(readAudience(input)).toEqual(input);
  });

  it('keeps the addresses by which places were chosen, and drops those of places not chosen', () => {
    const chosenBy = { c: 'Storgatan 3', b: 'Storgatan 1', x: 'Kyrkogatan 8' };
    const input = { places: ['b', 'a'], minus: { places: ['c'] }, chosenBy };
    const read = readAudience(input);
    expect(read).toEqual({
      places: ['a', 'b'],
      minus: { places: ['c'] },
      chosenBy: { b: 'Storgatan 1', c: 'Storgatan 3' },
    });
    const { chosenBy: names } = read as { chosenBy: object };
    expect(Object.keys(names)).toEqual(['b', 'c']);
    expect(readAudience({ places: ['a'], chosenBy })).toEqual({ places: ['a'] });
  });

  it('keeps each place once, sorted, so that equal audiences have equal hashes', () => {
    expect(readAudience({ places: ['c', 'a', 'c', 'b'] })).toEqual({ places: ['a', 'b', 'c'] });
  });

  it('drops the roles when all of them are given', () => {
    const roles = ['watcher', 'owner', 'resident', 'business'] as const;
    expect(readAudience({ places: ['a'], roles: [...roles] })).toEqual({ places: ['a'] });
  });

  it('drops heights and other extra fields of a position', () => {
    const high = square.map((position) => [...position, 40]);
    expect(readAudience(polygon([high]))).toEqual(polygon([square]));
  });

  it.each([
    ['no place', { places: [] }, 'audience.empty'],
    ['nothing at all', {}, 'audience.empty'],
    ['only the minus part', { minus: { places: ['a'] } }, 'audience.empty'],
    ['near no point', near('MultiPoint', []), 'audience.empty'],
    ['near an invalid point', near('Point', ['x', 'y']), 'audience.polygon-malformed'],
    ['along a line of one point', near('LineString', [[22, 65]]), 'audience.polygon-malformed'],
    ['no ring', polygon([]), 'audience.empty'],
    ['no polygon of several', polygon([], 'MultiPolygon'), 'audience.empty'],
    ['polygons without rings', polygon([[], []], 'MultiPolygon'), 'audience.empty'],
    ['one of several without rings', polygon([[square], []], 'MultiPolygon'), 'audience.polygon-malformed'],
    ['a ring that is not a list', polygon(['ring']), 'audience.polygon-malformed'],
    ['a ring of three positions', polygon([square.slice(1)]), 'audience.polygon-malformed'],
    ['an open ring', polygon([[...square.slice(0, 3), [0, 0]]]), 'audience.polygon-malformed'],
    ['a position of one number', polygon([[[1], [1], [1], [1]]]), 'audience.polygon-malformed'],
    ['a position of four', polygon([Array(4).fill([1, 1, 1, 1])]), 'audience.polygon-malformed'],
    ['numbers in words', polygon([Array(4).fill(['1', '1'])]), 'audience.polygon-malformed'],
    ['a height in words', polygon([Array(4).fill([1, 1, 'f'])]), 'audience.polygon-malformed'],
    ['a hole of nulls', polygon([square, Array(4).fill([null, null])]), 'audience.polygon-malformed'],
    ['latitude first, off the globe', polygon([Array(4).fill([65, 122])]), 'audience.polygon-malformed'],
    ['a polygon called several', polygon([square], 'MultiPolygon'), 'audience.polygon-malformed'],
    ['one vertex too many', polygon([ringOf(maxVertices + 1)]), 'audience.too-many-vertices'],
    [
      'one too many spread over several',
      polygon([[ringOf(maxVertices / 2)], [ringOf(maxVertices / 2 + 1)]], 'MultiPolygon'),
      'audience.too-many-vertices',
    ],
  ])('refuses %s', (_what, input, code) => {
    expect(() => readAudience(input)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses more than five hundred things, even identical ones: each is compared with the municipality', () => {
    const line = [
      [22, 65],
      [23, 66],
    ];
    const near = (lines: number) => ({
      near: [
        { geometry: { type: 'MultiLineString' as const, coordinates: Array(lines).fill(line) }, metres: 10 },
      ],
    });
    expect(() => readAudience(near(maxParts))).not.toThrow();
    expect(() => readAudience(near(4000))).toThrow(
      expect.objectContaining({ code: 'audience.too-many-parts', details: { parts: 4000, most: 500 } }),
    );
  });

  it('never crashes on any JSON as coordinates: it reads it or refuses it by name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Polygon', 'MultiPolygon'),
        fc.array(fc.jsonValue()),
        (type, coordinates) => {
          try {
            readAudience(polygon(coordinates, type));
          } catch (error) {
            expect((error as { code?: string }).code).toMatch(/^audience\./);
          }
        },
      ),
    );
  });

  const id = '0190b0f0-0000-4000-8000-000000000000';
  it.each([
    ['one phone, which is for verification codes only', { phone: '+46701740605' }],
    ['a place and a topic', { places: [id], topic: id }],
    ['a place that is not an id', { places: ['x'] }],
    ['too many places', { places: Array(2001).fill(id) }],
    ['a line', { polygon: { type: 'LineString', coordinates: [] } }],
    [
      'things too far away to feel',
      { near: [{ geometry: { type: 'Point', coordinates: [22, 65] }, metres: 50_000 }] },
    ],
    ...[
      '',
      '  ',
      'a'.repeat(101),
      ...['\n', '\u202e', '\u2028', '\u2029'].map((unseen) => `Storgatan${unseen}3`),
    ].map((name): [string, object] => [
      `near what is called ${JSON.stringify(name)}`,
      { near: [{ geometry: { type: 'Point', coordinates: [22, 65] }, metres: 10, name }] },
    ]),
    [
      'a place chosen by a name with hidden characters',
      { places: [id], chosenBy: { [id]: 'Storgatan\u202e3' } },
    ],
    ['chosenBy with a key that is not a place', { places: [id], chosenBy: { x: 'Storgatan 3' } }],
    ['an unknown role', { places: [id], roles: ['king'] }],
    ['the recipients of an earlier broadcast', { recipientsOf: id }],
    ['those who have not had an earlier broadcast', { places: [id], beyond: id }],
    ['null', null],
  ])('the API refuses %s', (_what, input) => {
    expect(AudienceInput.safeParse(input).success).toBe(false);
  });
});
