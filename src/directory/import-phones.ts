import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { KeptObjections } from './kept-objections.repository.js';
import type { PhoneProfile } from './phone-profile.js';
import type { PhoneRow, PhoneSourceReport, RefusedPhoneRow } from './phone-row.js';
import { readPhoneRows } from './read-phone-rows.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

export interface PhoneImport {
  /** Lets more of the source's rows go than its profile does. */
  readonly allowShrink?: boolean;
  /** Tells what would come of it, and changes nothing. */
  readonly dryRun?: boolean;
}

/** Takes a file of phones in, as its profile describes it. */
@Injectable()
export class ImportPhones {
  constructor(
    private readonly replace: ReplacePhoneSource,
    private readonly keptObjections: KeptObjections,
    private readonly config: Config,
  ) {}

  /**
   * All or nothing; the same file again changes nothing but when it was last confirmed.
   *
   * @param folder where the profile's file is
   * @throws as {@link readPhoneRows} and {@link ReplacePhoneSource.run}
   */
  async run(
    profile: PhoneProfile,
    folder: string,
    { allowShrink, dryRun }: PhoneImport = {},
  ): Promise<PhoneSourceReport> {
    const rows = readPhoneRows(
      join(folder, profile.phones.file),
      profile.phones,
      this.config.get('DEFAULT_COUNTRY'),
    );
    const unreadable: RefusedPhoneRow[] = [];
    const objected = await this.keptObjections.known();
    return this.replace.run({
      source: profile.source,
      addressSource: profile.addresses,
      mayShrinkBy: profile.mayShrinkBy,
      rows: usable(rows, unreadable, objected),
      unreadable,
      allowShrink,
      dryRun,
      by: 'import-phones',
    });
  }
}

async function* usable(
  rows: AsyncIterable<PhoneRow | RefusedPhoneRow>,
  refused: RefusedPhoneRow[],
  objected: (e164: string) => boolean,
): AsyncGenerator<PhoneRow> {
  for await (const row of rows) {
    if ('code' in row) refused.push(row);
    else yield objected(row.e164) ? { ...row, objected: true } : row;
  }
}
