import { stringify } from 'csv-stringify/sync';

export interface CsvFormat {
  readonly delimiter: ',' | ';';
  readonly bom?: boolean;
  readonly lineEnd?: 'windows' | 'unix';
}

export type CsvCell = string | number | undefined;

const number = /^-?\d+(?:[.,]\d+)?$/;
/**
 * Where a spreadsheet may see a formula: at the start of a cell, after a line break, and after a character that it may
 * take as delimiter (if it reads a comma file with semicolons, or the reverse).
 */
const formula = /(^|[\r\n,;\t])((?:["']| (?=[ ]*[=@＝＠]))*)(?=[=+\-@＝＋－＠])|^(?=[\t\r])/g;

/** Puts an apostrophe before text that would be a formula. A number, also a negative one, stays a number. */
const safe = (cell: CsvCell): string => {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  return number.test(cell) ? cell : cell.replace(formula, "$1$2'");
};

/**
 * Writes rows, including the heading, as CSV for a spreadsheet. All CSV output of the program must use this function.
 */
export const writeCsv = (rows: readonly (readonly CsvCell[])[], format: CsvFormat): string =>
  stringify(
    rows.map((row) => row.map(safe)),
    {
      delimiter: format.delimiter,
      bom: format.bom ?? false,
      record_delimiter: format.lineEnd ?? 'windows',
      // RFC 4180 requires quotes around CR and LF, also alone. The other delimiter is quoted for readers that use it.
      quoted_match: /[\r\n,;\t"]/,
    },
  );
