import { readTable, type TableRow } from './read-table.js';

/** Text in pieces, as a file comes. */
// eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(
  text: string,
  delimiter = ';',
): Promise<{ columns: readonly string[]; rows: TableRow[] }> {
  const table = await readTable(pieces(text), { file: 'a.csv', delimiter, largestRow: 1000 });
  const rows: TableRow[] = [];
  for await (const row of table!.rows) rows.push(row);
  return { columns: table!.columns, rows };
}

const row = (number: number, a: string, b: string) => ({ row: number, cells: { a, b } });

describe('reading a table', () => {
  it.each([
    ['line ends of Windows', 'a;b\r\n1;2\r\n'],
    ['line ends of an old Mac', 'a;b\r1;2\r'],
    ['no last line end', 'a;b\n1;2'],
    ['a byte order mark', '\ufeffa;b\n1;2\n'],
    ['two of them, and one in a heading', '\ufeff\ufeffa;\ufeffb\n1;2\n'],
    ['spaces around headings', ' a\u00a0;\u2009b \n1;2\n'],
    ['quotation marks', '"a";"b"\n"1";"2"\n'],
    ['spaces around quotation marks', '"a" ;"b"\n "1" ; "2"\n'],
    ['empty lines', '\na;b\n\n1;2\n\n'],
    ['a line that says its delimiter', 'sep=;\na;b\n1;2\n'],
    ['such a line in quotation marks', '\ufeff"sep=;"\r\na;b\r\n1;2\r\n'],
    ['delimiters at the end of the heading', 'a;b;;\n1;2\n'],
    ['delimiters at the end of rows', 'a;b\n1;2;;\n'],
    ['both', 'a;b;;\n1;2;;\n'],
  ])('reads %s', async (_what, text) => {
    expect(await read(text)).toEqual({ columns: ['a', 'b'], rows: [row(1, '1', '2')] });
  });

  it('reads tabs, and empty cells between them', async () => {
    expect((await read('a\tb\n\t2\n1\t\n', '\t')).rows).toEqual([row(1, '', '2'), row(2, '1', '')]);
  });

  it.each<[string, string, string]>([
    ['too few cells', '1', 'cells-missing'],
    ['too many', '1;2;3', 'cells-extra'],
    ['a delimiter in a cell', '1;2;;3', 'cells-extra'],
    ['a quotation mark in a cell', '1;2"', 'quote-stray'],
    ['text behind a quotation mark', '"1"x;2', 'quote-stray'],
    ['a word in quotation marks', '1;a "b" c', 'quote-stray'],
  ])('refuses only the row that has %s', async (_what, line, fault) => {
    expect((await read(`a;b\n0;0\n${line}\n3;3\n`)).rows).toEqual([
      row(1, '0', '0'),
      { row: 2, fault, line },
      row(3, '3', '3'),
    ]);
  });

  it('refuses cells where the heading has no name for them', async () => {
    expect((await read('a;b;\n1;2;x\n')).rows).toEqual([{ row: 1, fault: 'cells-extra', line: '1;2;x' }]);
  });

  it('keeps line breaks, delimiters and quotation marks inside of quotation marks', async () => {
    expect((await read('a;b\n"x\ny";"1;2 ""z"""\n')).rows).toEqual([row(1, 'x\ny', '1;2 "z"')]);
    expect((await read('a;b\n"""x""" ; "y"\n')).rows).toEqual([row(1, '"x"', 'y')]);
  });

  it('tells of columns that stand twice', async () => {
    expect((await read('a;b;a\u200b\n1;2;3\n')).columns).toEqual(['a', 'b', 'a']);
  });

  it.each([
    ['a quotation mark that is never closed', 'a;b\n1;"2\n3;4\n', 'quote-open', { row: 1 }],
    ['one that is closed rows later', 'a;b\n1;"2\n3;4\n5;6"\n', 'quote-open', { row: 1 }],
    ['one that is closed in the midst of a cell', 'a;b\n1;"2\n3;"4\n', 'quote-open', { row: 1 }],
    ['a row without an end', `a;b\n1;2\n1;${'x'.repeat(2000)}`, 'row-too-large', { row: 2, kilobytes: 1 }],
    ['quotation marks of two rows', 'a;b;c\n1;"2;3\n4;5";6\n', 'quote-open', { row: 1 }],
    ['one in a row of too few cells', 'a;b;c\n1;"2\n3"\n', 'quote-open', { row: 1 }],
    ['another delimiter said', 'sep=,\na;b\n', 'other-delimiter', {}],
  ])('refuses the file for %s', async (_what, text, code, details) => {
    await expect(read(text)).rejects.toMatchObject({ code: `table.${code}`, details });
  });

  it('finds nothing in an empty file', async () => {
    for (const text of ['', '\ufeff', '\n\n'])
      expect(
        await readTable(pieces(text), { file: 'a.csv', delimiter: ';', largestRow: 1000 }),
      ).toBeUndefined();
  });

  it('ends a row without an end before it has filled the memory', async () => {
    let drawn = 0;
    // eslint-disable-next-line @typescript-eslint/require-await -- the shape of a file that is read
    async function* endless(): AsyncGenerator<string> {
      yield 'a;b\n1;"';
      for (; drawn < 2048; drawn += 1) yield 'x'.repeat(1000);
    }
    const first = async () =>
      (await readTable(endless(), { file: 'a.csv', delimiter: ';', largestRow: 10_000 }))!.rows.next();
    await expect(first()).rejects.toMatchObject({ code: 'table.row-too-large' });
    expect(drawn).toBeLessThan(200);
  });
});
