import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RefusedPhoneRow } from '../directory/phone-row.js';
import { refusal } from '../kernel/refusal.js';
import { writeCsv, type CsvCell } from '../platform/tables/write-csv.js';

const ListUnwritable = refusal('directory.list-unwritable', 'invalid', {
  sv: 'Listan över rader går inte att skriva till {file}: {fault}',
  en: 'The list of rows can’t be written to {file}: {fault}',
});

/**
 * Creates the folder of the list. Call this before the import, so that an unwritable folder is found in time.
 *
 * @throws directory.list-unwritable
 */
export async function prepareList(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true }).catch((error: unknown) => {
    throw ListUnwritable({ file, fault: (error as Error).message });
  });
}

/**
 * Writes the refused rows, with their row number in the file, as CSV, or as JSON lines for a name in .ndjson or .jsonl.
 *
 * @throws directory.list-unwritable; the import itself stays valid
 */
export async function writeRefusedRows(file: string, refused: readonly RefusedPhoneRow[]): Promise<void> {
  const lines = /\.(ndjson|jsonl)$/i.test(file) ? jsonLines(refused) : csvLines(refused);
  await pipeline(Readable.from(lines), createWriteStream(file)).catch((error: unknown) => {
    throw ListUnwritable({ file, fault: (error as Error).message });
  });
}

function* jsonLines(refused: readonly RefusedPhoneRow[]): Generator<string> {
  for (const row of refused) yield `${JSON.stringify(row)}\n`;
}

function* csvLines(refused: readonly RefusedPhoneRow[]): Generator<string> {
  yield line('row', 'reason', 'value');
  for (const { row, code, value } of refused) yield line(row, code, value);
}

const line = (...cells: readonly CsvCell[]): string => writeCsv([cells], { delimiter: ',', lineEnd: 'unix' });
