import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { columnName } from './column-names.js';
import { holdsRows, quotedCells } from './quoting.js';
import { OtherDelimiter, QuoteOpen, TableRowTooLarge, TableUnreadable } from './table-refusals.js';

/** Why a row can't be read though those around it can. */
export type TableRowFault = 'cells-missing' | 'cells-extra' | 'quote-stray';

/** One row below the heading, counted from 1; lines without anything on them are not rows. */
export type TableRow =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly row: number; readonly fault: TableRowFault; readonly line: string };

export interface Table {
  /** Every column's name as people read it, in order; some may stand twice. Columns without a name are ''. */
  readonly columns: readonly string[];
  /** Cells by their column's name. */
  readonly rows: AsyncGenerator<TableRow>;
}

export interface TableFormat {
  /** What the file is called in refusals. */
  readonly file: string;
  readonly delimiter: string;
  /** Bytes that one row may weigh. */
  readonly largestRow: number;
}

interface Parsed {
  readonly record: string[];
  readonly raw: string;
}

/**
 * Reads a CSV with its columns' names in the first line, as spreadsheets leave it: with a byte order mark, with Excel's
 * own first line `sep=;`, with delimiters too many at the ends of lines. A row that can't be read is told in its place, with its line.
 *
 * @returns undefined for a file without a line
 * @throws table.other-delimiter, table.quote-open, table.row-too-large, table.unreadable, and what the text throws
 */
export async function readTable(
  text: AsyncIterable<string>,
  format: TableFormat,
): Promise<Table | undefined> {
  const records = recordsOf(text, format);
  let heading = await records.next();
  const said = heading.done ? undefined : separatorOf(heading.value.raw);
  if (said !== undefined) {
    if (said !== format.delimiter) throw OtherDelimiter({ ...format, likely: shown(said) });
    heading = await records.next();
  }
  if (heading.done) return undefined;
  const names = cellsOf(heading.value, format.delimiter) ?? heading.value.record;
  const columns = withoutTail(names.map(columnName));
  return { columns, rows: rowsOf(records, columns, format) };
}

const delimiters = [';', ',', '\t', '|'];

/**
 * The delimiter that a heading of one column was written with instead.
 *
 * @param wanted names of columns; all of them must be found with it
 */
export function likelyDelimiter(columns: readonly string[], wanted: readonly string[]): string | undefined {
  if (columns.length !== 1) return undefined;
  return delimiters.find((delimiter) => {
    const names = columns[0]!.split(delimiter).map(columnName);
    return names.length > 1 && wanted.every((name) => names.includes(name));
  });
}

/** @throws table.other-delimiter where another one explains why the columns aren't there */
export function refuseOtherDelimiter(
  columns: readonly string[],
  wanted: readonly string[],
  { file, delimiter }: Pick<TableFormat, 'file' | 'delimiter'>,
): void {
  const likely = likelyDelimiter(columns, wanted);
  if (likely === undefined) return;
  throw OtherDelimiter({ file, delimiter: shown(delimiter), likely: shown(likely) });
}

const shown = (delimiter: string): string => (delimiter === '\t' ? '"\\t"' : `"${delimiter}"`);

/** What Excel's own first line says: `sep=;`. */
const separatorOf = (raw: string): string | undefined => /^\ufeff*"?sep=([^"\r\n])"?\s*$/i.exec(raw)?.[1];

function withoutTail(names: readonly string[]): string[] {
  const last = names.findLastIndex((name) => name !== '');
  return names.slice(0, last + 1);
}

async function* rowsOf(
  records: AsyncGenerator<Parsed>,
  columns: readonly string[],
  { file, delimiter }: TableFormat,
): AsyncGenerator<TableRow> {
  let row = 0;
  for await (const parsed of records) {
    row += 1;
    const line = lineOf(parsed);
    const cells = cellsOf(parsed, delimiter);
    const fault = cells ? faultOf(cells, columns.length) : 'quote-stray';
    if (/[\r\n]/.test(line) && (fault !== undefined || holdsRows(line, delimiter, columns.length)))
      throw QuoteOpen({ file, row });
    if (fault !== undefined) yield { row, fault, line };
    else yield { row, cells: Object.fromEntries(columns.map((column, index) => [column, cells![index]!])) };
  }
}

const lineOf = ({ raw }: Parsed): string => raw.replace(/(\r\n|\r|\n)$/, '');

/** @returns undefined where quotation marks stand so that nobody knows where a cell ends */
const cellsOf = (parsed: Parsed, delimiter: string): string[] | undefined =>
  parsed.raw.includes('"') ? quotedCells(lineOf(parsed), delimiter) : parsed.record;

/** Empty cells behind the last column are what spreadsheets leave; anything else there has moved from its column. */
function faultOf(cells: readonly string[], width: number): TableRowFault | undefined {
  if (cells.length < width) return 'cells-missing';
  return cells.slice(width).some((cell) => cell.trim() !== '') ? 'cells-extra' : undefined;
}

async function* recordsOf(
  text: AsyncIterable<string>,
  { file, delimiter, largestRow }: TableFormat,
): AsyncGenerator<Parsed> {
  const parser = parse({
    bom: true,
    delimiter,
    ltrim: true,
    skip_empty_lines: true,
    max_record_size: largestRow,
    // What these let pass is looked at record by record, so that one bad row needn't cost the others.
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
  });
  // A plain pipe would leave a fault of the text unheard; the parser tells it where it is read.
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) yield parsed;
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, file, largestRow) : error;
  }
}

function refusalOf(
  { code, message, records = 1 }: CsvError & { records?: number },
  file: string,
  largestRow: number,
): Error {
  // The heading is among the records, so that the row that fails is as many.
  const row = Math.max(1, records);
  if (code === 'CSV_MAX_RECORD_SIZE')
    return TableRowTooLarge({ file, row, kilobytes: Math.round(largestRow / 1024) });
  if (code === 'CSV_QUOTE_NOT_CLOSED') return QuoteOpen({ file, row });
  return TableUnreadable({ file, row, reason: message });
}
