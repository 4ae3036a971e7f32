import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { columnName } from './column-names.js';
import { holdsRows, quotedCells } from './quoting.js';
import { NotText, OtherDelimiter, QuoteOpen, TableRowTooLarge, TableUnreadable } from './table-refusals.js';

/** Why a single row can't be read, while the other rows can. */
export type TableRowFault = 'cells-missing' | 'cells-extra' | 'quote-stray';

/** One row below the heading, counted from 1. Empty lines are not rows. */
export type TableRow =
  | { readonly row: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly row: number; readonly fault: TableRowFault; readonly line: string };

export interface Table {
  /** All column names in order, normalized. A name may occur twice. A column without a name is ''. */
  readonly columns: readonly string[];
  /** The rows, with cells by column name. */
  readonly rows: AsyncGenerator<TableRow>;
}

export interface TableFormat {
  /** Name of the file in refusals. */
  readonly file: string;
  readonly delimiter: string;
  /** Maximum size of one row in bytes. */
  readonly maxRowBytes: number;
}

interface Parsed {
  readonly record: string[];
  readonly raw: string;
}

/**
 * Reads a CSV file with a heading line. Accepts what spreadsheets write: a byte order mark, Excel's first line `sep=;`,
 * and extra delimiters at the ends of lines. A row that can't be read is yielded in its place, with its fault and its
 * line.
 *
 * @returns undefined for an empty file
 * @throws table.other-delimiter, table.quote-open, table.row-too-large, table.not-text, table.unreadable, and the
 * errors
 *   of `text`
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
 * The delimiter that a file probably uses, if the configured one finds only one column in the heading.
 *
 * @param wanted column names that must all be found with the likely delimiter
 */
export function likelyDelimiter(columns: readonly string[], wanted: readonly string[]): string | undefined {
  if (columns.length !== 1) return undefined;
  return delimiters.find((delimiter) => {
    const names = columns[0]!.split(delimiter).map(columnName);
    return names.length > 1 && wanted.every((name) => names.includes(name));
  });
}

/** @throws table.other-delimiter if another delimiter explains why the wanted columns are missing */
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

/** The delimiter in Excel's first line `sep=;`, also with spaces, or with delimiters that a spreadsheet added. */
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
 * Marks rows that a stray CR has split. A lone CR either ends a row, as on an old Mac, or is a stray character in a
 * cell. It is taken as stray if the row after it has too few cells. Then the row before it is incomplete too.
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

/** The line without its line end, and without the line ends of empty lines before it. */
const lineOf = ({ raw }: Parsed): string => raw.replace(/^[\r\n]+/, '').replace(/(?:\r\n|\r|\n)$/, '');

/** @returns undefined if its quotation marks leave it unclear where a cell ends */
const cellsOf = (parsed: Parsed, delimiter: string): string[] | undefined =>
  parsed.raw.includes('"') ? quotedCells(lineOf(parsed), delimiter) : parsed.record;

/** Spreadsheets leave empty cells after the last column. A cell with text there has moved from its column: a fault. */
function faultOf(cells: readonly string[], width: number): TableRowFault | undefined {
  if (cells.length < width) return 'cells-missing';
  return cells.slice(width).some((cell) => cell.trim() !== '') ? 'cells-extra' : undefined;
}

/** Replaces CR LF by LF, also across a chunk boundary, where the parser would see only the CR as line end. */
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
    // One file may contain both, if it was joined from several files.
    record_delimiter: ['\n', '\r'],
    // Accept these errors here: each record is checked later, so that a bad row does not prevent reading the others.
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
  });
  // With a plain pipe, an error of `text` would be lost. pipeline() passes it on to the reader of the parser.
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
  // The heading counts as a record, so the number of records read equals the number of the failing row.
  const row = Math.max(1, records);
  if (code === 'CSV_MAX_RECORD_SIZE')
    return TableRowTooLarge({ file, row, kilobytes: Math.round(largestRow / 1024) });
  if (code === 'CSV_QUOTE_NOT_CLOSED') return QuoteOpen({ file, row });
  return TableUnreadable({ file, row, reason: message });
}
