import type { ImportAccount } from './import-account.js';
import type { DatasetLayer, SkippedRow, UnreadableRow } from './import-row.js';
import type { PositionSample } from './position-sample.js';
import type { Taken } from './take-rows.js';

/**
 * Limits of one statement: rows, and characters of geometry. One street polygon may weigh as much as a thousand
 * parcels.
 */
const batchRows = 1000;
const batchWeight = 1_000_000;

export interface NumberedRow {
  readonly row?: number | undefined;
}

export interface LayerOfRows<Row> {
  readonly name: string;
  readonly kind: DatasetLayer['kind'];
  readonly rows: Iterable<Row | SkippedRow | UnreadableRow> | AsyncIterable<Row | SkippedRow | UnreadableRow>;
}

interface Batch<Incoming> {
  readonly incoming: Incoming[];
  /** Rows of the whole layer that have been read so far. */
  readonly rows: number;
}

/** What is collected about the rows while they are read. */
interface Learnt {
  readonly sample: PositionSample;
  readonly account: ImportAccount;
  readonly refusedKeys: { kind: string; key: string }[];
}

/** The rows of a layer that can be staged, in batches. The others are noted in the account. */
export async function* batchesOf<
  L extends LayerOfRows<Row>,
  Row extends NumberedRow,
  Incoming extends object,
>(
  layer: L,
  take: (layer: L, row: number, given: Row) => Taken<Incoming>,
  { sample, account, refusedKeys }: Learnt,
): AsyncGenerator<Batch<Incoming>> {
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
    if ('unreadable' in given) {
      account.note({ layer: layer.name, row, action: 'refused', code: given.unreadable });
      continue;
    }
    sample.add('geometry' in given ? given.geometry : 'point' in given ? given.point : undefined);
    const taken = take(layer, row, given);
    if ('note' in taken) {
      account.note(taken.note);
      if (taken.note.key) refusedKeys.push({ kind: layer.kind, key: taken.note.key });
      continue;
    }
    for (const remark of taken.remarks ?? [])
      account.note({ layer: layer.name, row, key: keyOf(taken.incoming), ...remark });
    incoming.push(taken.incoming);
    weight += weightOf(taken.incoming);
    if (incoming.length < batchRows && weight < batchWeight) continue;
    yield { incoming, rows: counts.rows };
    incoming = [];
    weight = 0;
  }
  yield { incoming, rows: counts.rows };
}

const keyOf = (incoming: object): string | undefined =>
  'key' in incoming && typeof incoming.key === 'string' ? incoming.key : undefined;

const weightOf = (incoming: object): number =>
  'geometry' in incoming && typeof incoming.geometry === 'string' ? incoming.geometry.length : 100;
