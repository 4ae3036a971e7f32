import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { DomainError, refusal } from '../../kernel/refusal.js';
import { writeWhileReading } from '../../platform/batching/write-while-reading.js';
import { AuditLog } from '../../staff/audit-log.js';
import { PhoneDoubts } from './phone-doubts.repository.js';
import type { PhoneRow, PhoneSourceReport, RefusedPhoneRow, RowInDoubt } from '../phone-row.js';
import type { KeptReport } from './phone-source.js';
import { PhoneSourcesRepository } from './phone-sources.repository.js';
import { PhoneIntake } from './phone-intake.repository.js';
import { RefreshReach } from '../reach/refresh-reach.js';

const NoPhonesToImport = refusal('directory.nothing-to-import', 'invalid', {
  sv: 'Inget nummer i {source} går att ta in, så det som finns är orört.',
  en: 'No number in {source} can be taken in, so what is there is untouched.',
});

const PhoneSourceShrank = refusal('directory.source-shrank', 'conflict', {
  sv: '{gone} av {known} rader i {source} finns inte längre i leveransen, mer än {percent} procent. Är det rätt, kör igen med --allow-shrink.',
  en: '{gone} of {known} rows of {source} are no longer in the delivery, more than {percent} per cent. If that is right, run again with --allow-shrink.',
});

/** A source refused as a whole, with the rows that were refused before that, which tell why. */
export class PhoneSourceRefused extends DomainError {
  constructor(
    { code, kind, wording, details }: DomainError,
    readonly refused: readonly RefusedPhoneRow[],
  ) {
    super(code, kind, wording, details);
  }
}

export interface PhoneSource {
  /** The source whose rows are replaced; those of other sources stay. */
  readonly source: string;
  /** The dataset that `addressKey` refers to. Default: the source's own name. */
  readonly addressSource?: string | undefined;
  readonly rows: Iterable<PhoneRow> | AsyncIterable<PhoneRow>;
  /**
   * The share of the known rows that may be missing. If more are, the delivery is taken for broken. Default: a fifth.
   */
  readonly mayShrinkBy?: number | undefined;
  /** Lets any number of rows disappear. */
  readonly allowShrink?: boolean | undefined;
  /** Reports what would happen, and changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Adds what else is known about the rows. It is called once all of them are staged, under the import's lock. */
  readonly whenStaged?: ((tx: EntityManager) => Promise<void>) | undefined;
  /** The command that brings the rows. */
  readonly by?: string | undefined;
  /** Rows that their reader has refused already: they are counted in the report. */
  readonly unreadable?: readonly RefusedPhoneRow[] | undefined;
  /** The people whom those rows may have marked as protected or objecting. */
  readonly doubts?: readonly RowInDoubt[] | undefined;
}

/** Rows per statement: few round trips, and no more memory at once than the embedded database can spare. */
const batchSize = 5_000;
/** With fewer known rows than this, a source may shrink by any share. */
const shrinkingIsNormalBelow = 100;

/** Carries the report out of a transaction that is rolled back. */
class DryRun extends Error {
  constructor(readonly report: PhoneSourceReport) {
    super('a dry run');
  }
}

/** Makes the directory hold exactly what the source now says, for this one source. All or nothing. */
@Injectable()
export class ReplacePhoneSource {
  constructor(
    private readonly phones: PhoneIntake,
    private readonly doubts: PhoneDoubts,
    private readonly sources: PhoneSourcesRepository,
    private readonly reach: RefreshReach,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Idempotent: the same rows again change only the time of the last confirmation. Known objections and quarantines
   * stay.
   *
   * @throws PhoneSourceRefused: directory.nothing-to-import, directory.source-shrank
   */
  async run(source: PhoneSource): Promise<PhoneSourceReport> {
    try {
      return await this.phones.atomically(async (tx) => {
        const report = await this.replace(source, tx);
        if (source.dryRun) throw new DryRun(report);
        return report;
      });
    } catch (error) {
      if (error instanceof DryRun) return error.report;
      throw error;
    }
  }

  private async replace(given: PhoneSource, tx: EntityManager): Promise<PhoneSourceReport> {
    const { source, addressSource = source, rows, unreadable = [] } = given;
    await this.phones.prepareIncoming(tx);
    let count = 0;
    await writeWhileReading(batchesOf(rows, batchSize), async (batch) => {
      const before = count;
      count += batch.length;
      await this.phones.stage(
        batch.map((row, index) => ({ ...row, row: row.row ?? before + index + 1 })),
        addressSource,
        tx,
      );
    });
    const { anybody } = await this.doubts.stage(given.doubts ?? [], addressSource, tx);
    await given.whenStaged?.(tx);
    await this.doubts.addHomeless(tx);
    const unusable = await this.phones.dropUnusable(source, tx);
    const refused = [...unreadable, ...unusable].sort((a, b) => a.row - b.row);
    if (count === unusable.length)
      throw new PhoneSourceRefused(NoPhonesToImport({ source, refused: refused.length }), refused);

    const known = await this.phones.countOfSource(source, tx);
    const removed = await this.phones.removeMissing(source, anybody, tx);
    // A pair that stays because of a doubt is missing in the delivery, just as one that is gone.
    const kept = refused.length > 0 ? await this.doubts.countKept(source, tx) : 0;
    refuseBrokenDelivery(given, known, removed + kept, refused);
    const now = this.clock.now();
    const phones = await this.phones.upsertPhones(now, tx);
    const { added, changed, total } = await this.phones.upsertAddresses(source, now, tx);
    const { withheld, altered } = await this.doubts.guard(source, now, tx);
    await this.phones.removeUnplaced(tx);
    await this.phones.analyze(tx);
    // In the same transaction: an alert sees the old register, or the new one with its reach worked out, never a mix.
    const refreshed = given.dryRun ? 0 : await this.reach.run(tx);

    const sums = {
      rows: count + unreadable.length,
      phones,
      added,
      changed,
      removed,
      unchanged: total - added - changed,
    };
    const by = given.by ?? 'program';
    await this.sources.keep(
      { source, addressSource, at: now, by, report: { ...sums, refused: byReason(refused) } },
      tx,
    );
    if (added + changed + removed + altered > 0)
      await this.audit.record(
        {
          action: 'directory.replace-source',
          subject: source,
          detail: { source, by, ...sums, refused: refused.length },
        },
        tx,
      );
    return { source, ...sums, refused, withheld, refreshed };
  }
}

/** @throws directory.source-shrank */
function refuseBrokenDelivery(
  { source, allowShrink, mayShrinkBy = 0.2 }: PhoneSource,
  known: number,
  gone: number,
  refused: readonly RefusedPhoneRow[],
): void {
  if (allowShrink || known < shrinkingIsNormalBelow || gone <= known * mayShrinkBy) return;
  const percent = Math.round(mayShrinkBy * 100);
  throw new PhoneSourceRefused(PhoneSourceShrank({ source, gone, known, percent }), refused);
}

function byReason(refused: readonly RefusedPhoneRow[]): KeptReport['refused'] {
  const counts: Partial<Record<RefusedPhoneRow['code'], number>> = {};
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

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
