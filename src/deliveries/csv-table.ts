import { setImmediate } from 'node:timers/promises';
import { writeCsv } from '../platform/tables/write-csv.js';

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

/** Rows between which other requests have their turn. */
const rowsAtOnce = 500;

/** The same table in pieces, for one of many rows. */
export async function* csvPieces<T>(
  head: readonly string[],
  things: readonly T[],
  rowOf: (thing: T, n: number) => Row,
  separator: Separator,
): AsyncGenerator<string> {
  yield csvTable(head, [], separator);
  for (let from = 0; from < things.length; from += rowsAtOnce) {
    const some = things.slice(from, from + rowsAtOnce).map((thing, at) => rowOf(thing, from + at));
    yield csvLines(some, separator, false);
    await setImmediate();
  }
}

const csvLines = (rows: readonly Row[], separator: Separator, bom: boolean): string =>
  writeCsv(rows, {
    delimiter: separator === 'comma' ? ',' : ';',
    bom,
  });
