import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeWhileReading } from '../../platform/batching/write-while-reading.js';
import { AddressIntake } from './address-intake.repository.js';
import { BackgroundIntake } from './background-intake.repository.js';
import type { ImportAccount } from './import-account.js';
import {
  AxesSwapped,
  NoDegrees,
  NoRows,
  NothingToImport,
  OtherReference,
  OutsideReference,
  UnknownReference,
} from './import-refusals.js';
import type { DatasetLayer } from './import-row.js';
import { noteAll, type References } from './import-notes.js';
import { batchesOf, type LayerOfRows, type NumberedRow } from './layer-batches.js';
import { PlaceIntake } from './place-intake.repository.js';
import { PositionSample, type SampledPosition } from './position-sample.js';
import { isProjectionFault } from './projection-fault.js';
import { CrsCheck } from './crs-check.repository.js';
import { ReferenceCheck } from './reference-check.repository.js';
import { geographic } from '../reading/source-file.js';
import { takeAddress, takeBackground, takePlace, type Taken } from './take-rows.js';

/** How far the reading of a layer has come. */
export interface LayerProgress {
  readonly layer: string;
  readonly rows: number;
  /** 0–1; undefined if the source does not know. */
  readonly share: number | undefined;
}

/** What is needed to take in the rows of a layer. */
interface Taking {
  readonly references: References;
  readonly sample: PositionSample;
  readonly account: ImportAccount;
  readonly db: EntityManager;
  readonly told: (rows: number) => void;
}

interface Intake<Incoming> {
  stage(rows: readonly Incoming[], references: References, tx: EntityManager): Promise<void>;
}

/** Checks a dataset's rows and writes them to the staging tables, in the metric reference. */
@Injectable()
export class DatasetIntake {
  private readonly reference = new ReferenceCheck();
  private readonly crsCheck = new CrsCheck();

  constructor(
    readonly places: PlaceIntake,
    readonly addresses: AddressIntake,
    readonly background: BackgroundIntake,
  ) {}

  /**
   * @throws places.unknown-reference, places.outside-reference, places.nothing-to-import, and everything that a layer's
   *   rows throw while they are read
   */
  async run(
    source: string,
    layers: readonly DatasetLayer[],
    account: ImportAccount,
    tx: EntityManager,
    onProgress: (progress: LayerProgress) => void = () => undefined,
  ): Promise<void> {
    await this.places.prepare(tx);
    await this.addresses.prepare(tx);
    await this.background.prepare(tx);
    const metric = await this.reference.metric(tx);
    for (const layer of layers) {
      const srid = layer.srid ?? geographic;
      const kind = await this.reference.kindOf(srid, tx);
      if (!kind) throw UnknownReference({ srid, layer: layer.name });
      const sample = new PositionSample();
      const told = (rows: number) => {
        onProgress({ layer: layer.name, rows, share: layer.share?.() });
      };
      const outside = await this.takeIn(layer, {
        references: { srid, metric },
        sample,
        account,
        db: tx,
        told,
      });
      const unfit = kind === 'degrees' ? sample.isNoDegrees : sample.looksLikeDegrees;
      await this.refuseMistaken(layer, { srid, metric }, sample.positions, { outside, unfit, kind }, tx);
    }
    if (account.layers.every(({ rows, skipped, refused }) => rows === skipped + refused))
      throw account.layers.some(({ rows }) => rows > 0) ? NothingToImport({ source }) : NoRows({ source });
  }

  /** @returns whether most of the layer lies where it can't be taken; none of its rows is staged then */
  private async takeIn(layer: DatasetLayer, taking: Taking): Promise<boolean> {
    const { references, account, db } = taking;
    await db.query('SAVEPOINT layer');
    try {
      await this.stage(layer, taking);
      const { refused, kept } = await this.reference.refuseOutside(layer, references.metric, db);
      await db.query('RELEASE SAVEPOINT layer');
      if ((refused[0]?.alike ?? 0) > kept) return true;
      noteAll(account, refused, 'refused');
      return false;
    } catch (error) {
      if (!isProjectionFault(error)) throw error;
      await db.query('ROLLBACK TO SAVEPOINT layer');
      return true;
    }
  }

  private async refuseMistaken(
    { name: layer, sridDecided = false }: DatasetLayer,
    { srid, metric }: References,
    positions: readonly SampledPosition[],
    { outside, unfit, kind }: { outside: boolean; unfit: boolean; kind: 'degrees' | 'plane' },
    tx: EntityManager,
  ): Promise<void> {
    const doubted = { name: layer, srid, metric, positions, decided: sridDecided };
    const verdict = await this.crsCheck.judge({ ...doubted, outside: outside || unfit }, tx);
    if (verdict === 'swapped') throw AxesSwapped({ layer });
    if (verdict !== 'as-given') throw OtherReference({ layer, srid, references: named(verdict.references) });
    if (unfit && kind === 'degrees') throw NoDegrees({ layer, srid });
    if (unfit) throw OtherReference({ layer, srid, references: named([geographic]) });
    if (outside) throw OutsideReference({ layer, metric });
  }

  private async stage(layer: DatasetLayer, taking: Taking): Promise<void> {
    switch (layer.kind) {
      case 'address':
        return this.drain(layer, takeAddress, this.addresses, taking);
      case 'water':
      case 'street':
        return this.drain(layer, takeBackground, this.background, taking);
      default:
        return this.drain(layer, takePlace, this.places, taking);
    }
  }

  private async drain<L extends LayerOfRows<Row>, Row extends NumberedRow, Incoming extends object>(
    layer: L,
    take: (layer: L, row: number, given: Row) => Taken<Incoming>,
    intake: Intake<Incoming>,
    { references, sample, account, db, told }: Taking,
  ): Promise<void> {
    const refusedKeys: { kind: string; key: string }[] = [];
    const batches = batchesOf(layer, take, { sample, account, refusedKeys });
    await writeWhileReading(batches, async ({ incoming, rows }) => {
      await intake.stage(incoming, references, db);
      told(rows);
    });
    if (refusedKeys.length > 0) await this.places.rememberRefused(refusedKeys, db);
  }
}

const named = (references: readonly number[]): string => references.map((srid) => `EPSG:${srid}`).join(' / ');
