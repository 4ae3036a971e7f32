import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refusal } from '../kernel/refusal.js';
import { AuditLog } from '../staff/audit-log.js';
import type { PhoneRow, PhoneSourceReport, RefusedPhoneRow } from './phone-row.js';
import { PhonesRepository } from './phones.repository.js';

const NoPhonesToImport = refusal('directory.nothing-to-import', 'invalid', {
  sv: 'Inget nummer i {source} går att ta in, så det som finns är orört.',
  en: 'No number in {source} can be taken in, so what is there is untouched.',
});

const PhoneSourceShrank = refusal('directory.source-shrank', 'conflict', {
  sv: '{gone} av {known} rader i {source} finns inte längre i leveransen, mer än en femtedel. Är det rätt, kör igen med --allow-shrink.',
  en: '{gone} of {known} rows of {source} are no longer in the delivery, more than a fifth. If that is right, run again with --allow-shrink.',
});

export interface PhoneSource {
  /** Whose rows are replaced, and no other's. */
  readonly source: string;
  /** The dataset whose keys `addressKey` means; the source's own name when left out. */
  readonly addressSource?: string | undefined;
  readonly rows: Iterable<PhoneRow> | AsyncIterable<PhoneRow>;
  /** Lets more than a fifth of a source's rows go, which otherwise is taken for a broken delivery. */
  readonly allowShrink?: boolean | undefined;
}

/** Rows a statement: few round trips, and no more memory at once than the embedded database can spare. */
const batchSize = 5_000;
/** Below this many known rows a source may shrink as it likes. */
const shrinkingIsNormalBelow = 100;

/** Makes the directory hold, of one source, exactly what the source now says. All or nothing. */
@Injectable()
export class ReplacePhoneSource {
  constructor(
    private readonly phones: PhonesRepository,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Safe to repeat: the same rows again change nothing. Objections and quarantines that are known stay.
   *
   * @throws directory.nothing-to-import, directory.source-shrank
   */
  async run(source: PhoneSource): Promise<PhoneSourceReport> {
    return this.phones.atomically((db) => this.replace(source, db));
  }

  private async replace(given: PhoneSource, db: EntityManager): Promise<PhoneSourceReport> {
    const { source, addressSource = source, rows } = given;
    await this.phones.prepareIncoming(db);
    let count = 0;
    for await (const batch of batchesOf(rows, batchSize)) {
      await this.phones.stage(
        batch.map((row, index) => ({ ...row, row: row.row ?? count + index + 1 })),
        addressSource,
        db,
      );
      count += batch.length;
    }
    const refused = await this.phones.dropUnusable(source, db);
    if (count === refused.length) throw NoPhonesToImport({ source, refused: refused.length });

    const known = await this.phones.countOfSource(source, db);
    const removed = await this.phones.removeMissing(source, db);
    if (!given.allowShrink && known >= shrinkingIsNormalBelow && removed > known / 5)
      throw PhoneSourceShrank({ source, gone: removed, known });
    const phones = await this.phones.upsertPhones(this.clock.now(), db);
    const { added, changed, total } = await this.phones.upsertAddresses(source, this.clock.now(), db);
    await this.phones.removeUnplaced(db);
    await this.phones.analyze(db);

    const report = {
      source,
      rows: count,
      phones,
      added,
      changed,
      removed,
      unchanged: total - added - changed,
    };
    if (added + changed + removed > 0)
      await this.audit.record(
        {
          action: 'directory.replace-source',
          subject: source,
          detail: { ...report, refused: refused.length },
        },
        db,
      );
    return { ...report, refused: refused.sort(byRow) };
  }
}

const byRow = (a: RefusedPhoneRow, b: RefusedPhoneRow): number => a.row - b.row;

async function* batchesOf<T>(rows: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
