import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeWhileReading } from '../platform/batching/write-while-reading.js';
import { AddressIntake } from './address-intake.repository.js';
import { BackgroundIntake } from './background-intake.repository.js';
import type { ImportAccount, ReasonCount, RowAction } from './import-account.js';
import {
  AxesSwapped,
  NoDegrees,
  NothingToImport,
  OtherReference,
  OutsideReference,
  UnknownReference,
} from './import-refusals.js';
import type { DatasetLayer, SkippedRow } from './import-row.js';
import type { NotedRow, References } from './incoming.js';
import { PlaceIntake } from './place-intake.repository.js';
import { PositionSample, type SampledPosition } from './position-sample.js';
import { isProjectionFault } from './projection-fault.js';
import { ReadingCheck } from './reading-check.repository.js';
import { ReferenceCheck } from './reference-check.repository.js';
import { geographic } from './source-file.js';
import { takeAddress, takeBackground, takePlace, type Taken } from './take-rows.js';

/** Rows in one statement, and characters of geometry: a street polygon may weigh as much as a thousand parcels. */
const batchRows = 1000;
const batchWeight = 1_000_000;

/** How far the reading of a layer is. */
export interface LayerProgress {
  readonly layer: string;
  readonly rows: number;
  /** 0–1, where the source knows. */
  readonly share: number | undefined;
}

/** Brings a dataset's rows into the waiting tables, checked, in the metric reference. */
@Injectable()
export class DatasetIntake {
  private readonly reference = new ReferenceCheck();
  private readonly reading = new ReadingCheck();

  constructor(
    readonly places: PlaceIntake,
    readonly addresses: AddressIntake,
    readonly background: BackgroundIntake,
  ) {}

  /**
   * @throws places.unknown-reference, places.outside-reference, places.nothing-to-import, and whatever a layer's rows
   * throw while they are read
   */
  async run(
    source: string,
    layers: readonly DatasetLayer[],
    account: ImportAccount,
    db: EntityManager,
    onProgress: (progress: LayerProgress) => void = () => undefined,
  ): Promise<void> {
    await this.places.prepare(db);
    await this.addresses.prepare(db);
    await this.background.prepare(db);
    const metric = await this.reference.metric(db);
    for (const layer of layers) {
      const srid = layer.srid ?? geographic;
      const kind = await this.reference.kindOf(srid, db);
      if (!kind) throw UnknownReference({ srid, layer: layer.name });
      const sample = new PositionSample();
      const outside = await this.takeIn(layer, { srid, metric }, sample, account, db, (rows) => {
        onProgress({ layer: layer.name, rows, share: layer.share?.() });
      });
      const unfit = kind === 'degrees' ? sample.isNoDegrees : sample.looksLikeDegrees;
      await this.refuseMistaken(layer, { srid, metric }, sample.positions, { outside, unfit, kind }, db);
    }
    if (account.layers.every(({ rows, skipped, refused }) => rows === skipped + refused))
      throw NothingToImport({ source });
  }

  /** @returns whether most of the layer lies where it can't be taken: nothing of it waits then */
  private async takeIn(
    layer: DatasetLayer,
    references: References,
    sample: PositionSample,
    account: ImportAccount,
    db: EntityManager,
    told: (rows: number) => void,
  ): Promise<boolean> {
    await db.query('SAVEPOINT layer');
    try {
      await this.stage(layer, references, sample, account, db, told);
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
    db: EntityManager,
  ): Promise<void> {
    const doubted = { name: layer, srid, metric, positions, decided: sridDecided };
    const verdict = await this.reading.judge({ ...doubted, outside: outside || unfit }, db);
    if (verdict === 'swapped') throw AxesSwapped({ layer });
    if (verdict !== 'as-given') throw OtherReference({ layer, srid, references: named(verdict.references) });
    if (unfit && kind === 'degrees') throw NoDegrees({ layer, srid });
    if (unfit) throw OtherReference({ layer, srid, references: named([geographic]) });
    if (outside) throw OutsideReference({ layer, metric });
  }

  private async stage(
    layer: DatasetLayer,
    references: References,
    sample: PositionSample,
    account: ImportAccount,
    db: EntityManager,
    told: (rows: number) => void,
  ): Promise<void> {
    const { places, addresses, background } = this;
    switch (layer.kind) {
      case 'address':
        return this.drain(
          layer,
          account,
          db,
          sampled(sample, takeAddress.bind(null, layer)),
          async (batch, rows) => {
            await addresses.stage(batch, references, db);
            told(rows);
          },
        );
      case 'water':
      case 'street':
        return this.drain(
          layer,
          account,
          db,
          sampled(sample, takeBackground.bind(null, layer)),
          async (batch, rows) => {
            await background.stage(batch, references, db);
            told(rows);
          },
        );
      default:
        return this.drain(
          layer,
          account,
          db,
          sampled(sample, takePlace.bind(null, layer)),
          async (batch, rows) => {
            await places.stage(batch, references, db);
            told(rows);
          },
        );
    }
  }

  private async drain<Row extends { readonly row?: number | undefined }, Incoming extends object>(
    layer: Layer<Row>,
    account: ImportAccount,
    db: EntityManager,
    take: (row: number, given: Row) => Taken<Incoming>,
    write: (batch: readonly Incoming[], rows: number) => Promise<void>,
  ): Promise<void> {
    const refusedKeys: { kind: string; key: string }[] = [];
    await writeWhileReading(batchesOf(layer, account, take, refusedKeys), ({ incoming, rows }) =>
      write(incoming, rows),
    );
    if (refusedKeys.length > 0) await this.places.rememberRefused(refusedKeys, db);
  }
}

interface Layer<Row> {
  readonly name: string;
  readonly kind: DatasetLayer['kind'];
  readonly rows: Iterable<Row | SkippedRow> | AsyncIterable<Row | SkippedRow>;
}

/** @param refusedKeys is filled as rows are read; `rows` of a batch are those read until then */
async function* batchesOf<Row extends { readonly row?: number | undefined }, Incoming extends object>(
  layer: Layer<Row>,
  account: ImportAccount,
  take: (row: number, given: Row) => Taken<Incoming>,
  refusedKeys: { kind: string; key: string }[],
): AsyncGenerator<{ incoming: Incoming[]; rows: number }> {
  const counts = account.open(layer.name, layer.kind);
  let incoming: Incoming[] = [];
  let weight = 0;
  for await (const given of layer.rows) {
    counts.rows += 1;
    const row = given.row ?? counts.rows;
    if ('skipped' in given) {
      account.note({ layer: layer.name, row, key: given.key, action: 'skipped', code: given.skipped });
      continue;
    }
    const taken = take(row, given);
    if ('note' in taken) {
      account.note(taken.note);
      if (taken.note.key) refusedKeys.push({ kind: layer.kind, key: taken.note.key });
      continue;
    }
    incoming.push(taken.incoming);
    weight += weightOf(taken.incoming);
    if (incoming.length < batchRows && weight < batchWeight) continue;
    yield { incoming, rows: counts.rows };
    incoming = [];
    weight = 0;
  }
  yield { incoming, rows: counts.rows };
}

/** Lists what a statement returned, and counts what it left out. */
export function noteAll(account: ImportAccount, rows: readonly NotedRow[], action: RowAction): void {
  const unlisted = new Map<string, { of: Omit<ReasonCount, 'rows'>; rows: number }>();
  for (const { layer, row, key, code, detail, alike } of rows) {
    account.note({ layer, row, key: key ?? undefined, action, code, detail: detail ?? undefined });
    const id = `${layer}\n${code}`;
    const left = (unlisted.get(id)?.rows ?? alike) - 1;
    unlisted.set(id, { of: { layer, action, code }, rows: left });
  }
  for (const { of, rows: left } of unlisted.values()) account.noteUnlisted(of, left);
}

/** Looks at each row's coordinates before anything is made of them. */
const sampled =
  <Row extends object, T>(sample: PositionSample, take: (row: number, given: Row) => T) =>
  (row: number, given: Row): T => {
    sample.add('geometry' in given ? given.geometry : 'point' in given ? given.point : undefined);
    return take(row, given);
  };

const named = (references: readonly number[]): string => references.map((srid) => `EPSG:${srid}`).join(' / ');

const weightOf = (incoming: object): number =>
  'geometry' in incoming && typeof incoming.geometry === 'string' ? incoming.geometry.length : 100;
