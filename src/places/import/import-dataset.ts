import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { DomainError } from '../../kernel/refusal.js';
import { AddressMembership } from './address-membership.repository.js';
import { DatasetIntake, type LayerProgress } from './dataset-intake.js';
import { ImportAccount, type LayerAccount, type ReasonCount, type RowNote } from './import-account.js';
import type { ImportExample } from './import-examples.repository.js';
import { DatasetRefused, NothingToImport } from './import-refusals.js';
import { backgroundKinds, type DatasetLayer } from './import-row.js';
import { rebuildMapOverview } from '../map/map-overview.js';
import { placeKinds } from '../place-kind.js';
import { replaceAddresses, replaceBackground, replacePlaces, type ImportStep } from './replace-places.js';

/** How far an import has come: in reading a layer, or in a later step. */
export type ImportProgress = LayerProgress | { readonly step: ImportStep };

export interface Dataset {
  /** Names the dataset. This import replaces what an earlier one brought under the same name, kind by kind. */
  readonly source: string;
  readonly layers: readonly DatasetLayer[];
  /** Allows that more than a fifth of the places of a kind, or of the addresses, end. */
  readonly allowShrink?: boolean | undefined;
  /** Does everything, then rolls it back. */
  readonly dryRun?: boolean | undefined;
  /** Called often while rows are read, and at the beginning of each later step. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportSummary {
  readonly source: string;
  readonly layers: readonly LayerAccount[];
  /** How many rows have each reason. For the most frequent reasons, not every row is listed. */
  readonly reasons: readonly ReasonCount[];
  /** The first few of what was added, changed and ended, by kind. */
  readonly examples: readonly ImportExample[];
  /** How many ended because the dataset no longer has them, by kind. */
  readonly gone: Readonly<Record<string, number>>;
  /** Addresses that got another property, or moved with theirs. */
  readonly addressesMoved: number;
  /** Pairs of place and address. */
  readonly memberships: { readonly added: number; readonly removed: number; readonly total: number };
}

export interface ImportResult {
  readonly summary: ImportSummary;
  /** Rows that were repaired, skipped, refused, taken with a remark, or merged because they added something. */
  readonly notes: readonly RowNote[];
}

class TakenBack extends Error {
  constructor(readonly result: ImportResult) {
    super('a dry run is taken back');
  }
}

/**
 * Imports a dataset, all or nothing. The rows may come from files or from a generator. Idempotent: the same dataset
 * again changes nothing. A place keeps its id as long as its source, kind and key are the same.
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
   * @throws DatasetRefused: places.nothing-to-import, places.dataset-shrank, places.outside-reference,
   *   places.unknown-reference; everything is rolled back then
   */
  async run(dataset: Dataset): Promise<ImportResult> {
    const account = new ImportAccount();
    try {
      return await this.db.transaction(async (tx) => {
        const result = await this.replace(dataset, account, tx);
        if (dataset.dryRun) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      if (!(error instanceof DomainError)) throw error;
      const { layers, reasons, sortedNotes: notes } = account;
      throw new DatasetRefused(error, { layers, reasons, notes });
    }
  }

  private async replace(dataset: Dataset, account: ImportAccount, tx: EntityManager): Promise<ImportResult> {
    const { source, layers, allowShrink = false, onProgress = () => undefined } = dataset;
    // Of two concurrent imports, each would see half of the other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.place-import'))`);
    // Whole registers are joined and sorted. With a few megabytes the planner looks them up row by row instead, which
    // is four times as slow.
    await tx.query(`SET LOCAL work_mem = '128MB'; SET LOCAL maintenance_work_mem = '256MB'`);
    const now = this.clock.now();
    const gone: Record<string, number> = {};
    const examples: ImportExample[] = [];
    const step = (name: ImportStep): void => {
      onProgress({ step: name });
    };
    const replacement = { source, allowShrink, now, account, gone, examples, step, db: tx };
    await this.intake.run(source, layers, account, tx, onProgress);

    const kinds = new Set<string>(layers.map(({ kind }) => kind));
    const makesBlocks = layers.some((layer) => layer.kind === 'property' && layer.makesBlocks === true);
    await replacePlaces(
      this.intake,
      placeKinds.filter((kind) => kinds.has(kind)),
      makesBlocks,
      replacement,
    );
    if (kinds.has('address')) await replaceAddresses(this.intake, replacement);
    const drawn = backgroundKinds.filter((kind) => kinds.has(kind));
    if (drawn.length > 0) await replaceBackground(this.intake, drawn, replacement);

    const { imbalance } = account;
    if (imbalance)
      throw new Error(`the account of ${imbalance.layer} does not add up: ${JSON.stringify(imbalance)}`);
    if (account.layers.every((layer) => layer.new + layer.changed + layer.unchanged === 0))
      throw NothingToImport({ source });

    step('membership');
    const addressesMoved = await this.membership.tieToProperties(now, tx);
    const memberships = await this.membership.resolve(tx);
    const { layers: accounts, reasons } = account;
    const summary = { source, layers: accounts, reasons, gone, examples, addressesMoved, memberships };
    await rebuildMapOverview(tx);
    await tx.query('INSERT INTO place_import (id, source, at, summary) VALUES ($1, $2, $3, $4)', [
      newId(now),
      source,
      now,
      JSON.stringify(summary),
    ]);
    return { summary, notes: account.sortedNotes };
  }
}
