import { decoded } from './decode-text.js';

/** Each argument is a chunk of the file. */
// eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
async function* chunksOf(...chunks: Uint8Array[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function textOf(encoding: string, ...chunks: Uint8Array[]): Promise<string> {
  let text = '';
  for await (const piece of decoded(chunksOf(...chunks), encoding, 'a.csv')) text += piece;
  return text;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('decoding a file', () => {
  it('joins a letter that is split between chunks', async () => {
    const bytes = utf8('Öjebyn €uro 🙂');
    for (let at = 0; at <= bytes.length; at += 1)
      expect(await textOf('utf-8', bytes.subarray(0, at), bytes.subarray(at))).toBe('Öjebyn €uro 🙂');
  });

  it('reads windows-1252, as a Swedish spreadsheet writes it', async () => {
    expect(await textOf('windows-1252', latin('1;Örnvägen\n2;Å'))).toBe('1;Örnvägen\n2;Å');
  });

  it.each([
    ['at its beginning', [latin('Örn')], 1, '0xD6', 0],
    ['in a later line', [latin('a\nb\nxÖrn')], 3, '0xD6', 5],
    ['among valid UTF-8', [utf8('Örn\nÅs\n'), latin('Älv')], 3, '0xC4', 9],
    ['right after a chunk that ends in a letter', [utf8('xÖ'), latin('\nÖ\n')], 2, '0xD6', 4],
    ['a letter that begins in the chunk before', [Buffer.from([0x78, 0xc3]), utf8('x')], 1, '0xC3', 1],
    ['at the very end', [utf8('a\nÖ'), Buffer.from([0xc3])], 2, '0xC3', 4],
  ])(
    'names the line and the byte of a letter that is not UTF-8: %s',
    async (_where, chunks, row, byte, at) => {
      await expect(textOf('utf-8', ...chunks)).rejects.toMatchObject({
        code: 'places.wrong-encoding',
        details: { file: 'a.csv', row, byte, at, encoding: 'utf-8' },
      });
    },
  );

  it('refuses UTF-8 that is declared as a single-byte encoding', async () => {
    await expect(textOf('windows-1252', utf8('id\n1;Örnvägen\n'))).rejects.toMatchObject({
      code: 'places.really-utf-8',
      details: { row: 2, encoding: 'windows-1252' },
    });
  });

  it('refuses an unknown encoding', async () => {
    await expect(textOf('klingon', utf8('a'))).rejects.toMatchObject({ code: 'places.file-unreadable' });
  });
});
