import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { readPhoneNumber } from '../kernel/phone-number.js';
import { DomainError, refusal } from '../kernel/refusal.js';
import { cleanCell } from '../platform/tables/clean-cell.js';
import { columnName, doubledNames } from '../platform/tables/column-names.js';
import { isReformatted } from '../platform/tables/reformatted.js';
import { readTable, refuseOtherDelimiter } from '../platform/tables/read-table.js';
import { ColumnDoubled } from '../platform/tables/table-refusals.js';
import { DecodeLines, longestLine } from './decode-lines.js';
import type { PhoneProfile } from './phone-profile.js';
import { phoneRoles, type PhoneRow, type RefusedPhoneRow } from './phone-row.js';

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
 * The rows of a CSV file with a header, one at a time, however large it is. Rows count from 1 below the header.
 *
 * @param defaultCountry how a number without a country code is read where neither row nor profile says it
 * @throws directory.unreadable-file, directory.file-empty, directory.column-missing, directory.mixed-encoding,
 * directory.line-too-long, table.column-doubled, and as {@link readTable}
 */
export async function* readPhoneRows(
  file: string,
  profile: PhoneProfile['phones'],
  defaultCountry: string,
): AsyncGenerator<PhoneRow | RefusedPhoneRow> {
  const source = createReadStream(file);
  const decoder = new DecodeLines(profile.file, profile.encoding);
  // What goes wrong in one of them ends both, and is thrown where the rows are read.
  pipeline(source, decoder, () => undefined);
  const columns = namesIn(profile.columns);
  try {
    const format = { file: profile.file, delimiter: profile.delimiter, largestRow: longestLine };
    const table = await readTable(decoder as AsyncIterable<string>, format);
    if (!table) throw PhoneFileEmpty({ file: profile.file });
    refuseColumns(table.columns, Object.values(columns), format);
    for await (const row of table.rows)
      yield 'fault' in row
        ? { row: row.row, code: `phone.${row.fault}` }
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

/** "SKYDD" beside "Skydd": the mark of a protection may stand in either. */
function lookAlikes(columns: readonly string[], wanted: readonly string[]): string[] {
  const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
  const meant = new Set(wanted.map(folded));
  return columns.filter(
    (column) =>
      !wanted.includes(column) &&
      meant.has(folded(column)) &&
      columns.some((other) => wanted.includes(other) && folded(other) === folded(column)),
  );
}

/** The profile's names as they are compared with the heading. */
const namesIn = (columns: PhoneProfile['phones']['columns']): PhoneProfile['phones']['columns'] =>
  Object.fromEntries(
    Object.entries(columns).map(([field, name]) => [field, columnName(name)]),
  ) as typeof columns;

/** One row as the file has it, put into our terms, or why it can't be. */
function phoneRowOf(
  row: number,
  cells: Cells,
  { columns, ...profile }: PhoneProfile['phones'],
  defaultCountry: string,
): PhoneRow | RefusedPhoneRow {
  const cell = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : cleanCell(cells[column]) || undefined;
  /** Undefined for a word that is neither. */
  const isYes = (column: string | undefined): boolean | undefined => {
    const value = cell(column)?.toLowerCase();
    const isOneOf = (words: readonly string[]) =>
      words.some((word) => cleanCell(word).toLowerCase() === value);
    if (isOneOf(profile.yes)) return true;
    return value === undefined || isOneOf(profile.no) ? false : undefined;
  };

  const addressKey = cell(columns.addressKey);
  if (addressKey === undefined) return { row, code: 'phone.unknown-address' };
  if (isReformatted(addressKey)) return { row, code: 'phone.reformatted', value: addressKey };
  const country = cell(columns.country)?.toUpperCase() ?? profile.country ?? defaultCountry;
  const written = cell(columns.number) ?? '';
  // With the digit of a decimal some would be the number of another subscriber.
  const number = isReformatted(written) ? undefined : readPhoneNumber(written, country);
  if (!number) return { row, code: 'phone.not-a-number', value: addressKey };
  const called = cell(columns.role);
  const role =
    called === undefined ? profile.role : (profile.roles[called] ?? phoneRoles.find((r) => r === called));
  if (!role) return { row, code: 'phone.unknown-role', value: called };
  const isProtected = isYes(columns.protected);
  const objects = isYes(columns.objects);
  if (isProtected === undefined || objects === undefined)
    return {
      row,
      code: 'phone.unclear-flag',
      value: cell(isProtected === undefined ? columns.protected : columns.objects),
    };
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
