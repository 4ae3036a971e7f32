import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lettersOf, readDbfHeader } from './dbf-text.js';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A DBF with one text column of ten bytes. */
function dbf(...values: Buffer[]): Buffer {
  const header = Buffer.alloc(65);
  header.writeUInt32LE(values.length, 4);
  header.writeUInt16LE(65, 8);
  header.writeUInt16LE(11, 10);
  header[29] = 0x57;
  header.write('NAMN\0', 32, 'latin1');
  header.write('C', 43, 'latin1');
  header[48] = 10;
  header[64] = 0x0d;
  const records = values.map((value) =>
    Buffer.concat([Buffer.from(' '), value, Buffer.alloc(10, 0x20)]).subarray(0, 11),
  );
  return Buffer.concat([header, ...records, Buffer.from([0x1a])]);
}

describe('the encoding of a DBF', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dbf-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (bytes: Buffer) => {
    const file = path.join(folder, 'a.dbf');
    await writeFile(file, bytes);
    const { notUtf8, surelyUtf8, cutRows } = await lettersOf(file, readDbfHeader(bytes));
    return { notUtf8: notUtf8?.row, surelyUtf8: surelyUtf8?.row, cutRows: [...cutRows] };
  };

  it.each<[string, Buffer[], object]>([
    ['text with ASCII only', [latin('Lulea')], {}],
    ['a UTF-8 letter', [latin('x'), utf8('Luleå')], { surelyUtf8: 2 }],
    ['a Latin-1 letter', [latin('x'), latin('Luleå')], { notUtf8: 2 }],
    ['a Latin-1 letter at the end of the column', [latin('Luleå Lulå')], { notUtf8: 1 }],
    [
      'a UTF-8 letter cut at the end of the column',
      [utf8('Luleå 12å').subarray(0, 10)],
      { surelyUtf8: 1, cutRows: [1] },
    ],
    [
      'a UTF-8 letter cut before the end of the column',
      [utf8('Luleå'), utf8('xyå').subarray(0, 3)],
      { surelyUtf8: 1, cutRows: [2] },
    ],
    ['a UTF-8 letter and a Latin-1 letter', [utf8('Luleå'), latin('Råneå x')], { surelyUtf8: 1, notUtf8: 2 }],
    ['bytes that may be either by chance', [latin('Å–Ö')], { notUtf8: 1 }],
  ])('is detected for %s', async (_what, values, expected) => {
    expect(await read(dbf(...values))).toEqual({
      notUtf8: undefined,
      surelyUtf8: undefined,
      cutRows: [],
      ...expected,
    });
  });

  it('is reported with a row number that skips deleted rows', async () => {
    const bytes = dbf(latin('gone'), latin('x'), latin('Luleå'));
    bytes[65] = 0x2a;
    expect(await read(bytes)).toMatchObject({ notUtf8: 2 });
  });
});
