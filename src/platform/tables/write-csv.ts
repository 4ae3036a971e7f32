import { stringify } from 'csv-stringify/sync';

export interface CsvFormat {
  readonly delimiter: ',' | ';';
  readonly bom?: boolean;
  readonly lineEnd?: 'windows' | 'unix';
}

export type CsvCell = string | number | undefined;

const number = /^-?\d+(?:[.,]\d+)?$/;
/**
 * What a spreadsheet takes for a formula: at the start of a cell, behind a line break, and behind what it may take for a
 * separator (a comma file read with semicolons, or the other way).
 */
const formula = /(^|[\r\n,;\t])((?:["']| (?=[ ]*[=@＝＠]))*)(?=[=+\-@＝＋－＠])|^(?=[\t\r])/g;

/** Text that would be a formula is made text by an apostrophe; a number stays a number, be it negative. */
const safe = (cell: CsvCell): string => {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  return number.test(cell) ? cell : cell.replace(formula, "$1$2'");
};

/** Rows for a spreadsheet, the head among them: the one writer of every CSV that the product makes. */
export const writeCsv = (rows: readonly (readonly CsvCell[])[], format: CsvFormat): string =>
  stringify(
    rows.map((row) => row.map(safe)),
    {
      delimiter: format.delimiter,
      bom: format.bom ?? false,
      record_delimiter: format.lineEnd ?? 'windows',
      // RFC 4180 wants CR and LF quoted, also alone; the other separator is quoted for whoever reads the file with it.
      quoted_match: /[\r\n,;\t"]/,
    },
  );
