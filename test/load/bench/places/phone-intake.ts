import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPhoneProfile } from '../../../../src/directory/registers/phone-profile.js';
import type { PhoneRow } from '../../../../src/directory/phone-row.js';
import { readPhoneRows } from '../../../../src/directory/registers/read-phone-rows.js';
import { ReplacePhoneSource } from '../../../../src/directory/registers/replace-phone-source.js';
import { Config } from '../../../../src/platform/config/config.js';
import { withRegisters } from '../../../../src/roles/with-registers.js';
import { answerParent, tell } from '../child.js';
import { monotonicMs } from '../monotonic.js';

export interface IntakeDone {
  readonly ms: number;
  readonly rows: number;
  readonly refused: number;
}

/**
 * The process `phone-intake <profile> <database>`: it imports a file of phones as `budkavle import-phones` does. It
 * also marks each phone as generated, which a file can't do.
 */
export async function run([profile, database]: readonly string[]): Promise<void> {
  await withRegisters(Config.read({ DATABASE_URL: database }), async (app) => {
    const { source, addresses, phones } = readPhoneProfile(await readFile(profile!, 'utf8'));
    answerParent(async (): Promise<IntakeDone> => {
      const began = monotonicMs();
      const file = path.join(path.dirname(profile!), phones.file);
      const report = await app.get(ReplacePhoneSource).run({
        source,
        addressSource: addresses,
        rows: generated(readPhoneRows(file, phones, 'SE')),
      });
      return { ms: monotonicMs() - began, rows: report.rows, refused: report.refused.length };
    });
    tell({ ready: true });
    await new Promise((resolve) => process.once('disconnect', resolve));
  });
}

async function* generated(rows: ReturnType<typeof readPhoneRows>): AsyncGenerator<PhoneRow> {
  for await (const row of rows) {
    if ('code' in row) throw new Error(`row ${row.row} of the county's phones: ${row.code}`);
    yield { ...row, generated: true };
  }
}
