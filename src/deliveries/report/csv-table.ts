import { writeCsv } from '../../platform/tables/write-csv.js';

/**
 * The separators of a CSV table. Spreadsheets follow the country's conventions: with a decimal comma, as in Sweden,
 * they split columns only at semicolons, and they read UTF-8 only with a byte order mark.
 */
export const separators = ['comma', 'semicolon'] as const;
export type Separator = (typeof separators)[number];

export type Row = readonly (string | number)[];

/** Makes a table for a spreadsheet. Text that looks like a formula stays text. */
export const csvTable = (head: readonly string[], rows: readonly Row[], separator: Separator): string =>
  csvLines([head, ...rows], separator, separator === 'semicolon');

/** The same table in pieces, for many rows: a few rows at a time, as {@link inPieces} gives them. */
export async function* csvPieces<T>(
  head: readonly string[],
  things: AsyncIterable<readonly T[]>,
  rowOf: (thing: T, n: number) => Row,
  separator: Separator,
): AsyncGenerator<string> {
  yield csvTable(head, [], separator);
  let n = 0;
  for await (const some of things)
    yield csvLines(
      some.map((thing) => rowOf(thing, n++)),
      separator,
      false,
    );
}

const csvLines = (rows: readonly Row[], separator: Separator, bom: boolean): string =>
  writeCsv(rows, {
    delimiter: separator === 'comma' ? ',' : ';',
    bom,
  });
