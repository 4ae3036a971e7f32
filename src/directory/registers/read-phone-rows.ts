import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { readPhoneNumber } from '../../kernel/phone-number.js';
import { DomainError, refusal } from '../../kernel/refusal.js';
import { cleanCell } from '../../platform/tables/clean-cell.js';
import { columnName, doubledNames, lookAlikes } from '../../platform/tables/column-names.js';
import { isReformatted } from '../../platform/tables/reformatted.js';
import {
  readTable,
  refuseOtherDelimiter,
  type TableRow,
  type TableRowFault,
} from '../../platform/tables/read-table.js';
import { ColumnDoubled } from '../../platform/tables/table-refusals.js';
import { DecodeLines, maxLineBytes } from './decode-lines.js';
import type { PhoneProfile } from './phone-profile.js';
import type { PhoneRow, PhoneRowFault, UnreadPhoneRow } from '../phone-row.js';
import { phoneRoles } from '../../kernel/phone-roles.js';
import { numbersInLine, numbersWithin } from './row-in-doubt.js';

export const UnreadablePhoneFile = refusal('directory.unreadable-file', 'invalid', {
  sv: 'Filen {file} går inte att läsa: {fault}',
  en: 'The file {file} can’t be read: {fault}',
});

const PhoneColumnMissing = refusal('directory.column-missing', 'invalid', {
  sv: 'Filen {file} har ingen kolumn {column}. Den har: {present}.',
  en: 'The file {file} has no column {column}. It has: {present}.',
});

const PhoneFileEmpty = refusal('directory.file-empty', 'invalid', {
  sv: 'Filen {file} är tom.',
  en: 'The file {file} is empty.',
});

type Cells = Readonly<Record<string, string>>;

/**
 * The rows of a CSV file with a header, streamed. Rows are numbered from 1 below the header.
 *
 * @param defaultCountry the country by which a number without a country code is read, if neither row nor profile gives
 *   it
 * @throws directory.unreadable-file, directory.file-empty, directory.column-missing, directory.mixed-encoding,
 *   directory.line-too-long, table.column-doubled, and as {@link readTable}
 */
export async function* readPhoneRows(
  file: string,
  profile: PhoneProfile['phones'],
  defaultCountry: string,
): AsyncGenerator<PhoneRow | UnreadPhoneRow> {
  const source = createReadStream(file);
  const decoder = new DecodeLines(profile.file, profile.encoding);
  // An error in either stream ends both, and is thrown where the rows are read.
  pipeline(source, decoder, () => undefined);
  const columns = namesIn(profile.columns);
  try {
    const format = { file: profile.file, delimiter: profile.delimiter, maxRowBytes: maxLineBytes };
    const table = await readTable(decoder as AsyncIterable<string>, format);
    if (!table) throw PhoneFileEmpty({ file: profile.file });
    refuseColumns(table.columns, Object.values(columns), format);
    for await (const row of table.rows)
      yield 'fault' in row
        ? tornRowOf(row, profile, defaultCountry)
        : phoneRowOf(row.row, row.cells, { ...profile, columns }, defaultCountry);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw UnreadablePhoneFile({ file: profile.file, fault: (error as Error).message });
  } finally {
    source.destroy();
  }
}

/** @throws table.column-doubled, table.other-delimiter, directory.column-missing */
function refuseColumns(
  columns: readonly string[],
  wanted: readonly string[],
  format: { readonly file: string; readonly delimiter: string },
): void {
  const doubled = [...doubledNames(columns, wanted), ...lookAlikes(columns, wanted)];
  if (doubled.length > 0) throw ColumnDoubled({ file: format.file, columns: doubled.join(', ') });
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  refuseOtherDelimiter(columns, wanted, format);
  throw PhoneColumnMissing({ file: format.file, column: missing.join(', '), present: columns.join(', ') });
}

/** The column names of the profile, normalized for comparison with the header. */
const namesIn = (columns: PhoneProfile['phones']['columns']): PhoneProfile['phones']['columns'] =>
  Object.fromEntries(
    Object.entries(columns).map(([field, name]) => [field, columnName(name)]),
  ) as typeof columns;

/** Turns a row of the file into a `PhoneRow`, or tells why it can't. */
function phoneRowOf(
  row: number,
  cells: Cells,
  { columns, ...profile }: PhoneProfile['phones'],
  defaultCountry: string,
): PhoneRow | UnreadPhoneRow {
  const cell = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : cleanCell(cells[column]) || undefined;
  /** Undefined if the word is neither yes nor no. */
  const isYes = (column: string | undefined): boolean | undefined => {
    const value = cell(column)?.toLowerCase();
    const isOneOf = (words: readonly string[]) =>
      words.some((word) => cleanCell(word).toLowerCase() === value);
    if (isOneOf(profile.yes)) return true;
    return value === undefined || isOneOf(profile.no) ? false : undefined;
  };

  const addressKey = cell(columns.addressKey);
  const country = cell(columns.country)?.toUpperCase() ?? profile.country ?? defaultCountry;
  const written = cell(columns.number) ?? '';
  // With the digit of its decimal, a number may be that of another subscriber.
  const number = isReformatted(written) ? undefined : readPhoneNumber(written, country);
  const called = cell(columns.role);
  const role =
    called === undefined ? profile.role : (profile.roles[called] ?? phoneRoles.find((r) => r === called));
  const isProtected = isYes(columns.protected);
  const objects = isYes(columns.objects);

  const refused = (code: PhoneRowFault, value?: string, key = addressKey): UnreadPhoneRow => {
    const isPlain = isProtected === false && objects === false;
    // An empty cell is nobody's number.
    const doubt =
      isPlain || written === ''
        ? undefined
        : { numbers: number ? [number] : numbersWithin(written, country), addressKey: key };
    return { row, code, ...(value !== undefined && { value }), ...(doubt && { doubt }) };
  };
  if (addressKey === undefined) return refused('phone.unknown-address');
  if (isReformatted(addressKey)) return refused('phone.reformatted', addressKey, undefined);
  if (!number) return refused('phone.not-a-number', addressKey);
  if (!role) return refused('phone.unknown-role', called);
  if (isProtected === undefined || objects === undefined)
    return refused(
      'phone.unclear-flag',
      cell(isProtected === undefined ? columns.protected : columns.objects),
    );
  return {
    row,
    ...number,
    addressKey,
    role,
    household: cell(columns.household),
    language: cell(columns.language)?.toLowerCase() ?? profile.language,
    protected: isProtected,
    objects,
  };
}

/** A row whose cells can't be told apart. If the file has marks, a mark may belong to any number in the line. */
function tornRowOf(
  { row, fault, line }: Extract<TableRow, { readonly fault: TableRowFault }>,
  { columns, delimiter, country }: PhoneProfile['phones'],
  defaultCountry: string,
): UnreadPhoneRow {
  const code = `phone.${fault}` as const;
  if (columns.protected === undefined && columns.objects === undefined) return { row, code };
  return { row, code, doubt: { numbers: numbersInLine(line, delimiter, country ?? defaultCountry) } };
}
