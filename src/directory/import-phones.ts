import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import type { PhoneProfile } from './phone-profile.js';
import type { PhoneRow, PhoneSourceReport, RefusedPhoneRow } from './phone-row.js';
import { readPhoneRows } from './read-phone-rows.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

/** Takes a file of phones in, as its profile describes it. */
@Injectable()
export class ImportPhones {
  constructor(
    private readonly replace: ReplacePhoneSource,
    private readonly config: Config,
  ) {}

  /**
   * All or nothing; the same file again changes nothing.
   *
   * @param folder where the profile's file is
   * @throws as {@link readPhoneRows} and {@link ReplacePhoneSource.run}
   */
  async run(profile: PhoneProfile, folder: string, allowShrink = false): Promise<PhoneSourceReport> {
    const rows = readPhoneRows(
      join(folder, profile.phones.file),
      profile.phones,
      this.config.get('DEFAULT_COUNTRY'),
    );
    const unreadable: RefusedPhoneRow[] = [];
    const report = await this.replace.run({
      source: profile.source,
      addressSource: profile.addresses,
      rows: usable(rows, unreadable),
      allowShrink,
    });
    return {
      ...report,
      rows: report.rows + unreadable.length,
      refused: [...unreadable, ...report.refused].sort((a, b) => a.row - b.row),
    };
  }
}

async function* usable(
  rows: AsyncIterable<PhoneRow | RefusedPhoneRow>,
  refused: RefusedPhoneRow[],
): AsyncGenerator<PhoneRow> {
  for await (const row of rows) {
    if ('code' in row) refused.push(row);
    else yield row;
  }
}
