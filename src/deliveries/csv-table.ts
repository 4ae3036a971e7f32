import { stringify } from 'csv-stringify/sync';

/**
 * How a table is separated. A spreadsheet reads a CSV by its country's habits: where the decimal is a comma, as in Sweden,
 * only semicolons make columns of it, and only a byte order mark makes it UTF-8.
 */
export const separators = ['comma', 'semicolon'] as const;
export type Separator = (typeof separators)[number];

export type Row = readonly (string | number)[];

/** A table for a spreadsheet: text that it would take for a formula stays text. */
export const csvTable = (head: readonly string[], rows: readonly Row[], separator: Separator): string =>
  stringify([head, ...rows], {
    delimiter: separator === 'comma' ? ',' : ';',
    bom: separator === 'semicolon',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
