import { csvTable } from './csv-table.js';

describe('a CSV table for a spreadsheet', () => {
  it.each(['A\n=1+1', 'A\r=1+1', 'A\r\n=1+1'])(
    'keeps %j in one cell, as text and not as a formula',
    (text) => {
      expect(csvTable(['a', 'b'], [[text, 'x']], 'comma')).toBe(`a,b\r\n"${text.replace('=', "'=")}",x\r\n`);
    },
  );

  it('keeps negative numbers as numbers, and turns formulas into text', () => {
    expect(csvTable(['x'], [[-71.1], ['-1+1'], ['=1'], ['＝1']], 'semicolon')).toBe(
      "\ufeffx\r\n-71.1\r\n'-1+1\r\n'=1\r\n'＝1\r\n",
    );
  });
});
