import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { AddressMembership } from './address-membership.repository.js';
import { DatasetIntake, noteAll } from './dataset-intake.js';
import { ImportAccount, type LayerAccount, type RowNote } from './import-account.js';
import { DatasetShrank, NothingToImport } from './import-refusals.js';
import { backgroundKinds, type DatasetLayer } from './import-row.js';
import type { Missing } from './incoming.js';
import { rebuildMapOverview } from './map-overview.js';
import { placeKinds } from './place-kind.js';

export interface Dataset {
  /** Names the dataset: what came in under it before is what this import replaces, kind by kind. */
  readonly source: string;
  readonly layers: readonly DatasetLayer[];
  /** More than a fifth of the places of a kind, or of the addresses, may go. */
  readonly allowShrink?: boolean | undefined;
  /** Does everything, then takes it back. */
  readonly dryRun?: boolean | undefined;
}

export interface ImportSummary {
  readonly source: string;
  readonly layers: readonly LayerAccount[];
  /** What ended because the dataset no longer has it, by kind. */
  readonly gone: Readonly<Record<string, number>>;
  /** Addresses that got another property, or moved with theirs. */
  readonly addressesMoved: number;
  /** Pairs of place and address. */
  readonly memberships: { readonly added: number; readonly removed: number; readonly total: number };
}

export interface ImportResult {
  readonly summary: ImportSummary;
  /** Every row that was repaired, skipped, refused, taken with a remark, or merged because it had more to say. */
  readonly notes: readonly RowNote[];
}

/** Share of what is there that may be gone before somebody must say that this is right. */
const shrinkLimit = 0.2;

class TakenBack extends Error {
  constructor(readonly result: ImportResult) {
    super('a dry run is taken back');
  }
}

/**
 * Takes a dataset in, all of it or nothing: rows from files, from a generator, from anywhere. The same dataset again
 * changes nothing; a place keeps its id as long as its source, kind and key are the same.
 */
@Injectable()
export class ImportDataset {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly intake: DatasetIntake,
    private readonly membership: AddressMembership,
  ) {}

  /**
   * @throws places.nothing-to-import, places.dataset-shrank, places.outside-reference, places.unknown-reference;
   * nothing was changed then
   */
  async run(dataset: Dataset): Promise<ImportResult> {
    try {
      return await this.db.transaction(async (db) => {
        const result = await this.replace(dataset, db);
        if (dataset.dryRun) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      throw error;
    }
  }

  private async replace({ source, layers, allowShrink }: Dataset, db: EntityManager): Promise<ImportResult> {
    // Two imports at a time would see each other's half.
    await db.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.place-import'))`);
    const account = new ImportAccount();
    const now = this.clock.now();
    await this.intake.run(source, layers, account, db);
    const kinds = new Set<string>(layers.map(({ kind }) => kind));
    const shrinkage = { source, allowShrink: allowShrink ?? false };
    const gone: Record<string, number> = {};

    await this.replacePlaces(
      shrinkage,
      [...placeKinds].filter((kind) => kinds.has(kind)),
      gone,
      account,
      now,
      db,
    );
    if (kinds.has('address')) await this.replaceAddresses(shrinkage, gone, account, now, db);
    const drawn = backgroundKinds.filter((kind) => kinds.has(kind));
    if (drawn.length > 0) await this.replaceBackground(source, drawn, gone, account, db);

    const { imbalance } = account;
    if (imbalance)
      throw new Error(`the account of ${imbalance.layer} does not add up: ${JSON.stringify(imbalance)}`);
    if (account.layers.every((layer) => layer.new + layer.changed + layer.unchanged === 0))
      throw NothingToImport({ source });

    const addressesMoved = await this.membership.tieToProperties(now, db);
    const memberships = await this.membership.resolve(db);
    const summary = { source, layers: account.layers, gone, addressesMoved, memberships };
    await rebuildMapOverview(db);
    await db.query('INSERT INTO place_import (id, source, at, summary) VALUES ($1, $2, $3, $4)', [
      newId(now),
      source,
      now,
      JSON.stringify(summary),
    ]);
    return { summary, notes: account.sortedNotes };
  }

  private async replacePlaces(
    shrinkage: Shrinkage,
    kinds: readonly string[],
    gone: Record<string, number>,
    account: ImportAccount,
    now: Date,
    db: EntityManager,
  ): Promise<void> {
    const { places } = this.intake;
    noteAll(account, await places.repair(db), 'repaired');
    noteAll(account, await places.refuseBroken(db), 'refused');
    noteAll(account, await places.refuseRepeated(db), 'refused');
    await places.gather(shrinkage.source, db);
    for (const { layer, outcome, rows } of await places.outcomes(db)) account.count(layer, outcome, rows);
    for (const missing of await places.missing(shrinkage.source, kinds, db))
      recordGone(missing, shrinkage, gone);
    await places.apply(shrinkage.source, kinds, now, db);
  }

  private async replaceAddresses(
    shrinkage: Shrinkage,
    gone: Record<string, number>,
    account: ImportAccount,
    now: Date,
    db: EntityManager,
  ): Promise<void> {
    const { addresses } = this.intake;
    noteAll(account, await addresses.refuseConflicting(db), 'refused');
    noteAll(account, await addresses.refuseHomeless(shrinkage.source, db), 'refused');
    const { also, unknown } = await addresses.references(db);
    noteAll(account, also, 'merged');
    noteAll(account, unknown, 'noted');
    await addresses.gather(shrinkage.source, db);
    for (const { layer, outcome, rows } of await addresses.outcomes(db)) account.count(layer, outcome, rows);
    recordGone(await addresses.missing(shrinkage.source, db), shrinkage, gone);
    await addresses.apply(shrinkage.source, now, db);
  }

  private async replaceBackground(
    source: string,
    kinds: readonly string[],
    gone: Record<string, number>,
    account: ImportAccount,
    db: EntityManager,
  ): Promise<void> {
    const { background } = this.intake;
    await background.gather(source, db);
    for (const { layer, outcome, rows } of await background.outcomes(db)) account.count(layer, outcome, rows);
    gone['background'] = await background.apply(source, kinds, db);
  }
}

interface Shrinkage {
  readonly source: string;
  readonly allowShrink: boolean;
}

function recordGone(
  { kind, current, gone }: Missing,
  { source, allowShrink }: Shrinkage,
  all: Record<string, number>,
): void {
  if (!allowShrink && gone > current * shrinkLimit) throw DatasetShrank({ source, kind, current, gone });
  all[kind] = gone;
}
