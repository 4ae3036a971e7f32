import type { TableRowFault } from '../../platform/tables/read-table.js';
import type { GeometryFault } from './geometry-fault.js';
import type { LayerKind } from './import-row.js';

/** `noted` rows were taken, but something in them could not be used. */
export type RowAction = 'repaired' | 'merged' | 'noted' | 'skipped' | 'refused';

export type RowReason =
  | GeometryFault
  | TableRowFault
  | 'key-reformatted'
  | 'point-zero'
  | 'outside-municipality'
  | 'property-far'
  | 'text-garbled'
  | 'name-unseen'
  | 'name-look-alike'
  | 'filtered'
  | 'no-key'
  | 'key-missing'
  | 'key-repeated'
  | 'street-missing'
  | 'address-conflicting'
  | 'property-not-named'
  | 'property-unknown'
  | 'property-also'
  | 'outside-reference'
  | 'geometry-invalid'
  | 'geometry-leftover'
  | 'geometry-lost'
  | 'sliver'
  | 'overlap';

/**
 * Most rows of one layer that are listed for one reason. There may be as many as the layer has rows; all of them are
 * counted.
 */
export const maxListed = 10_000;

/** How many rows have one reason. */
export interface ReasonCount {
  readonly layer: string;
  readonly action: RowAction;
  readonly code: RowReason;
  readonly rows: number;
}

/** What happened to a row that was not simply taken. */
export interface RowNote {
  readonly layer: string;
  readonly row: number;
  readonly key?: string | undefined;
  readonly action: RowAction;
  readonly code: RowReason;
  readonly detail?: string | undefined;
}

/** `rows` = `new` + `changed` + `unchanged` + `merged` + `skipped` + `refused`; `repaired` ones are among them. */
export interface LayerAccount {
  readonly layer: string;
  readonly kind: LayerKind;
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Rows that repeat, or add to, another row of the same key. */
  merged: number;
  skipped: number;
  refused: number;
  repaired: number;
}

export type Outcome = 'new' | 'changed' | 'unchanged' | 'merged';

/** The account of one import: every incoming row is counted in exactly one column. */
export class ImportAccount {
  readonly notes: RowNote[] = [];
  private readonly byLayer = new Map<string, LayerAccount>();
  private readonly byReason = new Map<string, ReasonCount>();

  open(layer: string, kind: LayerKind): LayerAccount {
    if (this.byLayer.has(layer)) throw new Error(`two layers of the dataset are called ${layer}`);
    const account: LayerAccount = {
      layer,
      kind,
      rows: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      merged: 0,
      skipped: 0,
      refused: 0,
      repaired: 0,
    };
    this.byLayer.set(layer, account);
    return account;
  }

  /** Lists a row. A merged or noted row was already counted when it was taken. */
  note(note: RowNote): void {
    if (this.add(note, 1) <= maxListed) this.notes.push(note);
  }

  /** Counts rows that are not listed, because so many of their kind are listed already. */
  noteUnlisted(of: Omit<ReasonCount, 'rows'>, rows: number): void {
    if (rows > 0) this.add(of, rows);
  }

  /** @returns how many rows of this layer and reason there are so far */
  private add({ layer, action, code }: Omit<ReasonCount, 'rows'>, more: number): number {
    if (action !== 'merged' && action !== 'noted') this.of(layer)[action] += more;
    const id = [layer, action, code].join('\n');
    const rows = (this.byReason.get(id)?.rows ?? 0) + more;
    this.byReason.set(id, { layer, action, code, rows });
    return rows;
  }

  get reasons(): readonly ReasonCount[] {
    return [...this.byReason.values()];
  }

  count(layer: string, outcome: Outcome, rows: number): void {
    this.of(layer)[outcome] += rows;
  }

  get layers(): readonly LayerAccount[] {
    return [...this.byLayer.values()];
  }

  /** The layer whose counts do not add up, if any. That is a bug in the import, so the import must be rolled back. */
  get imbalance(): LayerAccount | undefined {
    return this.layers.find(
      (l) => l.rows !== l.new + l.changed + l.unchanged + l.merged + l.skipped + l.refused,
    );
  }

  /** The notes in the order of the file, layer by layer. */
  get sortedNotes(): readonly RowNote[] {
    const order = [...this.byLayer.keys()];
    return this.notes.toSorted((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer) || a.row - b.row);
  }

  private of(layer: string): LayerAccount {
    const account = this.byLayer.get(layer);
    if (!account) throw new Error(`${layer} is no layer of this dataset`);
    return account;
  }
}
