import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { writeCsv, type CsvCell } from './write-csv.js';

const written = (cell: CsvCell, delimiter: ',' | ';' = ','): string =>
  writeCsv([[cell, 'x']], { delimiter, lineEnd: 'unix' }).trimEnd();

describe('a cell of a CSV', () => {
  it.each<[CsvCell, string]>([
    ['A\n=1+1', `"A\n'=1+1",x`],
    ['A\r=1+1', `"A\r'=1+1",x`],
    ['A\nB', '"A\nB",x'],
    ['A\rB', '"A\rB",x'],
    ['=1+1', "'=1+1,x"],
    ['+46701740605', "'+46701740605,x"],
    ['-1+1', "'-1+1,x"],
    ['@SUM(A1)', "'@SUM(A1),x"],
    ['＝1+1', "'＝1+1,x"],
    ['＋1', "'＋1,x"],
    ['－1', "'－1,x"],
    ['＠x', "'＠x,x"],
    [' =1+1', " '=1+1,x"],
    ['\t=1', `"\t'=1",x`],
    [';=1+1', `";'=1+1",x`],
    ['";=1+1"', `""";'=1+1""",x`],
    [',=1+1', `",'=1+1",x`],
    [-71.1, '-71.1,x'],
    ['-71.1', '-71.1,x'],
    ['-71,1', '"-71,1",x'],
    [undefined, ',x'],
    ['Norra-Alavik', 'Norra-Alavik,x'],
    ['Storgatan 3 "uppe"', '"Storgatan 3 ""uppe""",x'],
  ])('with text %j is written as %j', (cell, line) => {
    expect(written(cell)).toBe(line);
  });

  it('is read back as one cell without a formula, with either delimiter', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '＝', '1', 'a', ' ', '\r', '\n', '\t', ',', ';', '"', "'"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.constantFrom<',' | ';'>(',', ';'), (cell, delimiter) => {
        const line = writeCsv([[cell, 'x']], { delimiter });
        const rows = parse(line, { delimiter, record_delimiter: '\r\n' });
        expect(rows).toHaveLength(1);
        expect(rows[0]).toHaveLength(2);
        // Also for a reader that ignores quotes, or uses the other delimiter.
        for (const part of line.split(/[\r\n,;]/))
          if (!/^-\d+$/.test(part)) expect(part).not.toMatch(/^"*[=+\-@＝]/);
      }),
    );
  });
});
