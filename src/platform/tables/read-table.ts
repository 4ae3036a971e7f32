import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { columnName } from './column-names.js';
import { holdsRows, quotedCells } from './quoting.js';
import { NotText, OtherDelimiter, QuoteOpen, TableRowTooLarge, TableUnreadable } from './table-refusals.js';

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
  readonly maxRowBytes: number;
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
 * @throws table.other-delimiter, table.quote-open, table.row-too-large, table.not-text, table.unreadable, and what the text throws
 */
export async function readTable(
  text: AsyncIterable<string>,
  format: TableFormat,
): Promise<Table | undefined> {
  const records = recordsOf(text, format);
  let heading = await records.next();
  const said = heading.done ? undefined : separatorOf(lineOf(heading.value));
  if (said !== undefined) {
    if (said !== format.delimiter) throw OtherDelimiter({ ...format, likely: shown(said) });
    heading = await records.next();
  }
  if (heading.done) return undefined;
  if (heading.value.raw.includes('\0')) throw NotText({ file: format.file, row: 0 });
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

/** What Excel's own first line says: `sep=;`, also with spaces, and with the delimiters that a spreadsheet adds. */
function separatorOf(line: string): string | undefined {
  const [, said, more = ''] = /^sep=([^\r\n])(.*)$/i.exec(line.replace(/[\ufeff" ]/g, '')) ?? [];
  return Array.from(more).every((sign) => sign === said) ? said : undefined;
}

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
  for await (const { parsed, tornBy } of withTorn(records, columns.length, delimiter)) {
    row += 1;
    const line = lineOf(parsed);
    if (line.includes('\0')) throw NotText({ file, row });
    const cells = cellsOf(parsed, delimiter);
    const fault = cells ? (faultOf(cells, columns.length) ?? tornBy) : 'quote-stray';
    if (/[\r\n]/.test(line) && (fault !== undefined || holdsRows(line, delimiter, columns.length)))
      throw QuoteOpen({ file, row });
    if (fault !== undefined) yield { row, fault, line };
    else yield { row, cells: Object.fromEntries(columns.map((column, index) => [column, cells![index]!])) };
  }
}

/**
 * A lone CR ends a row, as on an old Mac, or is stray in a cell. It is stray where what follows is no whole row: then what
 * stands before it is none either.
 */
async function* withTorn(
  records: AsyncGenerator<Parsed>,
  width: number,
  delimiter: string,
): AsyncGenerator<{ readonly parsed: Parsed; readonly tornBy?: TableRowFault | undefined }> {
  let before: Parsed | undefined;
  for await (const parsed of records) {
    if (before) {
      const isTorn = /[^\r\n]\r$/.test(before.raw) && isShort(parsed, width, delimiter);
      yield { parsed: before, tornBy: isTorn ? 'cells-missing' : undefined };
    }
    before = parsed;
  }
  if (before) yield { parsed: before };
}

const isShort = (parsed: Parsed, width: number, delimiter: string): boolean =>
  (cellsOf(parsed, delimiter)?.length ?? width) < width;

/** Without the end of the line, nor of empty ones before it. */
const lineOf = ({ raw }: Parsed): string => raw.replace(/^[\r\n]+/, '').replace(/(?:\r\n|\r|\n)$/, '');

/** @returns undefined where quotation marks stand so that nobody knows where a cell ends */
const cellsOf = (parsed: Parsed, delimiter: string): string[] | undefined =>
  parsed.raw.includes('"') ? quotedCells(lineOf(parsed), delimiter) : parsed.record;

/** Empty cells behind the last column are what spreadsheets leave; anything else there has moved from its column. */
function faultOf(cells: readonly string[], width: number): TableRowFault | undefined {
  if (cells.length < width) return 'cells-missing';
  return cells.slice(width).some((cell) => cell.trim() !== '') ? 'cells-extra' : undefined;
}

/** With LF for CR LF, also where a piece ends between the two: of those, the parser tells only the CR. */
async function* withShortLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of text) {
    const whole = held + piece;
    held = whole.endsWith('\r') ? '\r' : '';
    const given = held ? whole.slice(0, -1) : whole;
    if (given) yield given.replaceAll('\r\n', '\n');
  }
  if (held) yield held;
}

async function* recordsOf(
  text: AsyncIterable<string>,
  { file, delimiter, maxRowBytes: largestRow }: TableFormat,
): AsyncGenerator<Parsed> {
  const parser = parse({
    bom: true,
    delimiter,
    ltrim: true,
    skip_empty_lines: true,
    max_record_size: largestRow,
    // All of them in one file: it was put together from several.
    record_delimiter: ['\n', '\r'],
    // What these let pass is looked at record by record, so that one bad row needn't cost the others.
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
  });
  // A plain pipe would leave a fault of the text unheard; the parser tells it where it is read.
  pipeline(Readable.from(withShortLineEnds(text)), parser, () => undefined);
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
