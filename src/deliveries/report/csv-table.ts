import { writeCsv } from '../../platform/tables/write-csv.js';

/**
 * How a table is separated. A spreadsheet reads a CSV by its country's habits: where the decimal is a comma, as in Sweden,
 * only semicolons make columns of it, and only a byte order mark makes it UTF-8.
 */
export const separators = ['comma', 'semicolon'] as const;
export type Separator = (typeof separators)[number];

export type Row = readonly (string | number)[];

/** A table for a spreadsheet: text that it would take for a formula stays text. */
export const csvTable = (head: readonly string[], rows: readonly Row[], separator: Separator): string =>
  csvLines([head, ...rows], separator, separator === 'semicolon');

/** The same table in pieces, for one of many rows: a few at a time, as {@link inPieces} makes them. */
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
