import { linesOf } from './read-geojson.js';
import { scanCollection } from './scan-collection.js';

const megabyte = 1024 * 1024;

/** Two gigabytes without a line break, generated while they are read. */
function endless(beginning: string): { chunks: AsyncIterable<Buffer>; drawn: () => number } {
  let drawn = 0;
  // eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(beginning);
    const piece = Buffer.alloc(megabyte, 'a');
    for (; drawn < 2048; drawn += 1) yield piece;
  }
  return { chunks: chunks(), drawn: () => drawn };
}

/** A document in pieces of the given size, so that it is split at every position. */
// eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('reading files of any size', () => {
  it.each([
    [
      'a line of GeoJSON',
      '{"type":"Feature"}\n{"id":"',
      (c: AsyncIterable<Buffer>) => linesOf(c, 'f'),
      2,
      64,
    ],
    [
      'a feature of a collection',
      '{"type":"FeatureCollection","features":[{"id":1},{"id":"',
      (c: AsyncIterable<Buffer>) => scanCollection(c, 'f'),
      2,
      64,
    ],
  ])(
    'refuses %s of two gigabytes before more than the limit is read',
    async (_what, start, read, row, megabytes) => {
      const { chunks, drawn } = endless(start);
      await expect(all<unknown>(read(chunks))).rejects.toMatchObject({
        code: 'places.record-too-large',
        details: { file: 'f', row, megabytes },
      });
      expect(drawn()).toBeLessThan(megabytes + 16);
    },
  );

  const document = {
    type: 'FeatureCollection',
    name: 'a "name", {with} [signs] \\',
    features: [
      { type: 'Feature', properties: { namn: 'Öster \\" ]}' }, geometry: null },
      7,
      { a: [[1, 2], { b: 'x' }], tom: {} },
      [],
    ],
    bbox: [1, 2.5e-3],
    crs: null,
  };
  const cut = (bytes: Buffer, size: number) =>
    all(scanCollection(inPieces(bytes, size), 'f')).then((parts) =>
      parts.map(({ member, row, json }) => [member, row, JSON.parse(json.toString('utf8'))]),
    );
  const expected = [
    ['type', 1, document.type],
    ['name', 1, document.name],
    ...document.features.map((feature, index) => [undefined, index + 1, feature]),
    ['bbox', 5, document.bbox],
    ['crs', 5, null],
  ];

  it.each([1, 2, 3, 7, 1000])('splits a collection into its features, %d bytes at a time', async (size) => {
    expect(await cut(Buffer.from(JSON.stringify(document)), size)).toEqual(expected);
    expect(await cut(Buffer.from(`\ufeff ${JSON.stringify(document, null, 2)}\n`), size)).toEqual(expected);
  });

  it('refuses a collection that is cut off at any position', async () => {
    const whole = Buffer.from(JSON.stringify(document));
    for (let end = 1; end < whole.length; end += 1)
      await expect(cut(whole.subarray(0, end), 64)).rejects.toMatchObject({ code: 'places.file-cut-off' });
  });

  it.each([
    ['a list instead of an object', '[]', 'not-geojson'],
    ['an empty file', '', 'not-geojson'],
    ['a missing comma between features', '{"features":[{} {}]}', 'row-unreadable'],
    ['a missing colon', '{"features" []}', 'row-unreadable'],
    ['text after the end', '{"features":[]}{', 'row-unreadable'],
    ['a member without a name', '{7:1}', 'row-unreadable'],
    ['two lists of features', '{"features":[],"features":[]}', 'key-doubled'],
    ['two references', '{"crs":1,"c\\u0072s":2}', 'key-doubled'],
    ['members without a comma', '{"a":1 "b":2}', 'row-unreadable'],
  ])('refuses %s', async (_what, text, code) => {
    await expect(cut(Buffer.from(text), 1)).rejects.toMatchObject({ code: `places.${code}` });
  });
});
