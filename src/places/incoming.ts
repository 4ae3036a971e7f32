import type { Outcome, RowReason } from './import-account.js';

/** A row that a statement took out or mended, and why. */
export interface NotedRow {
  readonly layer: string;
  readonly row: number;
  readonly key: string | null;
  readonly code: RowReason;
  readonly detail: string | null;
}

export interface OutcomeCount {
  readonly layer: string;
  readonly outcome: Outcome;
  readonly rows: number;
}

/** How much of what is there now the dataset no longer has. */
export interface Missing {
  readonly kind: string;
  readonly current: number;
  readonly gone: number;
}

/** EPSG codes: of the rows, and of what is stored. */
export interface References {
  readonly srid: number;
  readonly metric: number;
}

/**
 * Wraps a deletion so that its keys are remembered: a row that is refused ends nothing, what is there of it stays.
 *
 * @param deletion returns layer, row, kind, key, code, detail
 */
export const refusing = (deletion: string): string =>
  `WITH refused AS (${deletion}), remembered AS (
     INSERT INTO refused_key SELECT kind, key FROM refused WHERE key IS NOT NULL)
   SELECT layer, row, key, code, detail FROM refused`;
