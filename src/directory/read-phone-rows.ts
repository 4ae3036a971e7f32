import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { readPhoneNumber } from '../kernel/phone-number.js';
import { DomainError, refusal } from '../kernel/refusal.js';
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

type Cells = Readonly<Record<string, string>>;

/**
 * The rows of a CSV file with a header, one at a time, however large it is. Rows count from 1 below the header.
 *
 * @param defaultCountry how a number without a country code is read where neither row nor profile says it
 * @throws directory.unreadable-file, directory.column-missing, directory.mixed-encoding, directory.line-too-long
 */
export async function* readPhoneRows(
  file: string,
  profile: PhoneProfile['phones'],
  defaultCountry: string,
): AsyncGenerator<PhoneRow | RefusedPhoneRow> {
  const parser = parse({
    bom: true,
    max_record_size: longestLine,
    delimiter: profile.delimiter,
    skip_empty_lines: true,
    trim: true,
    columns: (header: string[]) => {
      for (const column of Object.values(profile.columns))
        if (!header.includes(column))
          throw PhoneColumnMissing({ file: profile.file, column, present: header.join(', ') });
      return header;
    },
  });
  const source = createReadStream(file);
  // What goes wrong in one of them ends them all, and is thrown where the rows are read.
  pipeline(source, new DecodeLines(profile.file, profile.encoding), parser, () => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<Cells>) {
      row += 1;
      yield phoneRowOf(row, cells, profile, defaultCountry);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw UnreadablePhoneFile({ file: profile.file, fault: (error as Error).message });
  } finally {
    source.destroy();
  }
}

/** One row as the file has it, put into our terms, or why it can't be. */
function phoneRowOf(
  row: number,
  cells: Cells,
  { columns, ...profile }: PhoneProfile['phones'],
  defaultCountry: string,
): PhoneRow | RefusedPhoneRow {
  const cell = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : cells[column] || undefined;
  /** Undefined for a word that is neither. */
  const isYes = (column: string | undefined): boolean | undefined => {
    const value = cell(column)?.toLowerCase();
    const isOneOf = (words: readonly string[]) => words.some((word) => word.toLowerCase() === value);
    if (isOneOf(profile.yes)) return true;
    return value === undefined || isOneOf(profile.no) ? false : undefined;
  };

  const addressKey = cell(columns.addressKey);
  if (addressKey === undefined) return { row, code: 'phone.unknown-address' };
  const country = cell(columns.country)?.toUpperCase() ?? profile.country ?? defaultCountry;
  const number = readPhoneNumber(cell(columns.number) ?? '', country);
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
