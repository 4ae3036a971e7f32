import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config.js';
import { fileWithin } from '../../platform/files/file-within.js';
import { RetainedObjections } from '../retained-objections.repository.js';
import { PhoneIntake } from './phone-intake.repository.js';
import type { PhoneProfile } from './phone-profile.js';
import type {
  PhoneRow,
  PhoneSourceReport,
  RefusedPhoneRow,
  RowInDoubt,
  UnreadPhoneRow,
} from '../phone-row.js';
import { readPhoneRows } from './read-phone-rows.js';
import { ReplacePhoneSource } from './replace-phone-source.js';

export interface PhoneImport {
  /** Lets more of the source's rows disappear than its profile allows. */
  readonly allowShrink?: boolean;
  /** Reports what would happen, and changes nothing. */
  readonly dryRun?: boolean;
}

/** Imports a file of phones, as its profile describes it. */
@Injectable()
export class ImportPhones {
  constructor(
    private readonly replace: ReplacePhoneSource,
    private readonly retainedObjections: RetainedObjections,
    private readonly phones: PhoneIntake,
    private readonly config: Config,
  ) {}

  /**
   * All or nothing. Idempotent: the same file again changes only the time of the last confirmation.
   *
   * @param folder where the profile's file is
   * @throws file.outside-folder, and as {@link readPhoneRows} and {@link ReplacePhoneSource.run}
   */
  async run(
    profile: PhoneProfile,
    folder: string,
    { allowShrink, dryRun }: PhoneImport = {},
  ): Promise<PhoneSourceReport> {
    const rows = readPhoneRows(
      await fileWithin(folder, profile.phones.file),
      profile.phones,
      this.config.get('DEFAULT_COUNTRY'),
    );
    const unreadable: RefusedPhoneRow[] = [];
    const doubts: RowInDoubt[] = [];
    return this.replace.run({
      source: profile.source,
      addressSource: profile.addresses,
      mayShrinkBy: profile.mayShrinkBy,
      rows: usable(rows, { unreadable, doubts }),
      whenStaged: (tx) => this.recall(tx),
      unreadable,
      doubts,
      allowShrink,
      dryRun,
      by: 'import-phones',
    });
  }

  /**
   * Marks the incoming numbers whose objection or protection outlived an erasure. It runs when the rows are staged, not
   * when the file is opened: somebody may have been erased while it was read.
   */
  private async recall(tx: EntityManager): Promise<void> {
    const kept = await this.retainedObjections.known(tx);
    if (kept.isEmpty) return;
    for await (const numbers of this.phones.incomingNumbers(tx)) {
      const objected = numbers.filter((e164) => kept.objected(e164));
      const guarded = numbers.filter((e164) => kept.isProtected(e164));
      if (objected.length + guarded.length > 0) await this.phones.markIncoming({ objected, guarded }, tx);
    }
  }
}

async function* usable(
  rows: AsyncIterable<PhoneRow | UnreadPhoneRow>,
  { unreadable, doubts }: { readonly unreadable: RefusedPhoneRow[]; readonly doubts: RowInDoubt[] },
): AsyncGenerator<PhoneRow> {
  for await (const row of rows) {
    if (!('code' in row)) {
      yield row;
      continue;
    }
    const { doubt, ...refused } = row;
    unreadable.push(refused);
    if (doubt) doubts.push(doubt);
  }
}
