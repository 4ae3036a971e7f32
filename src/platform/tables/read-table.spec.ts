import { readTable, type TableRow } from './read-table.js';

/** A text in chunks, as a file is read. */
// eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(
  text: string,
  delimiter = ';',
): Promise<{ columns: readonly string[]; rows: TableRow[] }> {
  const table = await readTable(pieces(text), { file: 'a.csv', delimiter, maxRowBytes: 1000 });
  const rows: TableRow[] = [];
  for await (const row of table!.rows) rows.push(row);
  return { columns: table!.columns, rows };
}

const row = (number: number, a: string, b: string) => ({ row: number, cells: { a, b } });

describe('readTable', () => {
  it.each([
    ['Windows line ends', 'a;b\r\n1;2\r\n'],
    ['old Mac line ends', 'a;b\r1;2\r'],
    ['mixed line ends', 'a;b\r\n1;2\r'],
    ['an empty line with another line end', 'a;b\n\r1;2\r\n'],
    ['a doubled CR in line ends', 'a;b\r\r\n1;2\r\r\n'],
    ['no last line end', 'a;b\n1;2'],
    ['a byte order mark', '\ufeffa;b\n1;2\n'],
    ['two byte order marks, and one inside the heading', '\ufeff\ufeffa;\ufeffb\n1;2\n'],
    ['spaces around headings', ' a\u00a0;\u2009b \n1;2\n'],
    ['quotation marks', '"a";"b"\n"1";"2"\n'],
    ['spaces around quotation marks', '"a" ;"b"\n "1" ; "2"\n'],
    ['empty lines', '\na;b\n\n1;2\n\n'],
    ['a sep= line', 'sep=;\na;b\n1;2\n'],
    ['a sep= line with spaces', ' sep = ; \na;b\n1;2\n'],
    ['a sep= line with extra delimiters', 'sep=;;;\na;b;\n1;2;\n'],
    ['a sep= line after empty lines', '\n\r\nSEP=;\n\na;b\n1;2\n'],
    ['a sep= line in quotation marks, with extra delimiters', '"sep=;";;\na;b\n1;2\n'],
    ['a sep= line in quotation marks', '\ufeff"sep=;"\r\na;b\r\n1;2\r\n'],
    ['extra delimiters at the end of the heading', 'a;b;;\n1;2\n'],
    ['extra delimiters at the end of rows', 'a;b\n1;2;;\n'],
    ['extra delimiters at the end of heading and rows', 'a;b;;\n1;2;;\n'],
  ])('reads %s', async (_what, text) => {
    expect(await read(text)).toEqual({ columns: ['a', 'b'], rows: [row(1, '1', '2')] });
  });

  it('reads a tab-separated file with empty cells', async () => {
    expect((await read('a\tb\n\t2\n1\t\n', '\t')).rows).toEqual([row(1, '', '2'), row(2, '1', '')]);
  });

  it.each<[string, string, string]>([
    ['too few cells', '1', 'cells-missing'],
    ['too many cells', '1;2;3', 'cells-extra'],
    ['a delimiter in a cell', '1;2;;3', 'cells-extra'],
    ['a quotation mark in a cell', '1;2"', 'quote-stray'],
    ['text after a closing quotation mark', '"1"x;2', 'quote-stray'],
    ['a word in quotation marks', '1;a "b" c', 'quote-stray'],
  ])('refuses only the row that has %s', async (_what, line, fault) => {
    expect((await read(`a;b\n0;0\n${line}\n3;3\n`)).rows).toEqual([
      row(1, '0', '0'),
      { row: 2, fault, line },
      row(3, '3', '3'),
    ]);
  });

  it('refuses a row with a cell in a column without a name', async () => {
    expect((await read('a;b;\n1;2;x\n')).rows).toEqual([{ row: 1, fault: 'cells-extra', line: '1;2;x' }]);
  });

  it('keeps line breaks, delimiters and quotation marks inside quoted cells', async () => {
    expect((await read('a;b\n"x\ny";"1;2 ""z"""\n')).rows).toEqual([row(1, 'x\ny', '1;2 "z"')]);
    expect((await read('a;b\n"""x""" ; "y"\n')).rows).toEqual([row(1, '"x"', 'y')]);
  });

  it('reads a file whose rows have different line ends', async () => {
    const rows = [row(1, '1', '2'), row(2, 'x\ry', 'z\nz'), row(3, '5', '6'), row(4, '7', '8')];
    for (const [a, b, c] of [
      ['\r\n', '\n', '\r'],
      ['\r', '\r\n', '\n'],
      ['\n', '\r', '\r\n'],
    ] as const)
      expect((await read(`a;b${a}1;2${b}"x\ry";"z\nz"${c}5;6${a}7;8${b}`)).rows).toEqual(rows);
  });

  it('refuses only the row with too few cells, for any chunk size', async () => {
    for (let size = 1; size < 12; size += 1) {
      const text = 'a;b\r\n0;0\r\n1\r\n\r\n3;3\r\n';
      const table = await readTable(pieces(text, size), { file: 'a.csv', delimiter: ';', maxRowBytes: 1000 });
      const rows: TableRow[] = [];
      for await (const each of table!.rows) rows.push(each);
      expect(rows).toEqual([
        row(1, '0', '0'),
        { row: 2, fault: 'cells-missing', line: '1' },
        row(3, '3', '3'),
      ]);
    }
  });

  it('refuses both parts of a row that a stray line break has split', async () => {
    const { rows } = await read('a;b;c\r\n1;2;3\r\n1;2;x\ry\r\n4;5;6\r\n');
    expect(rows.map((each) => ('fault' in each ? each.fault : 'whole'))).toEqual([
      'whole',
      'cells-missing',
      'cells-missing',
      'whole',
    ]);
  });

  it('returns the name of a repeated column twice', async () => {
    expect((await read('a;b;a\u200b\n1;2;3\n')).columns).toEqual(['a', 'b', 'a']);
  });

  it.each([
    ['a quotation mark that is never closed', 'a;b\n1;"2\n3;4\n', 'quote-open', { row: 1 }],
    ['a quotation mark that is closed rows later', 'a;b\n1;"2\n3;4\n5;6"\n', 'quote-open', { row: 1 }],
    [
      'a quotation mark that is closed in the middle of a cell',
      'a;b\n1;"2\n3;"4\n',
      'quote-open',
      { row: 1 },
    ],
    ['a row without an end', `a;b\n1;2\n1;${'x'.repeat(2000)}`, 'row-too-large', { row: 2, kilobytes: 1 }],
    ['two rows joined by quotation marks', 'a;b;c\n1;"2;3\n4;5";6\n', 'quote-open', { row: 1 }],
    ['a multi-line quoted cell in a row of too few cells', 'a;b;c\n1;"2\n3"\n', 'quote-open', { row: 1 }],
    ['a sep= line with another delimiter', 'sep=,\na;b\n', 'other-delimiter', {}],
    ['a sep= line with a tab', 'sep=\t\na;b\n', 'other-delimiter', {}],
    ['a NUL character', 'a;b\n1;2\n3;\u00004\n', 'not-text', { row: 2 }],
    ['UTF-16 text', 'a\0;\0b\0\n\0', 'not-text', { row: 0 }],
  ])('refuses the whole file for %s', async (_what, text, code, details) => {
    await expect(read(text)).rejects.toMatchObject({ code: `table.${code}`, details });
  });

  it('returns undefined for an empty file', async () => {
    for (const text of ['', '\ufeff', '\n\n'])
      expect(
        await readTable(pieces(text), { file: 'a.csv', delimiter: ';', maxRowBytes: 1000 }),
      ).toBeUndefined();
  });

  it('refuses an endless row before it fills the memory', async () => {
    let drawn = 0;
    // eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
    async function* endless(): AsyncGenerator<string> {
      yield 'a;b\n1;"';
      for (; drawn < 2048; drawn += 1) yield 'x'.repeat(1000);
    }
    const first = async () =>
      (await readTable(endless(), { file: 'a.csv', delimiter: ';', maxRowBytes: 10_000 }))!.rows.next();
    await expect(first()).rejects.toMatchObject({ code: 'table.row-too-large' });
    expect(drawn).toBeLessThan(200);
  });
});
