import {
  maxListed,
  type ImportAccount,
  type Outcome,
  type ReasonCount,
  type RowAction,
  type RowReason,
} from './import-account.js';

/** A row that a statement removed or repaired, and why. */
export interface NotedRow {
  readonly layer: string;
  readonly row: number;
  readonly key: string | null;
  readonly code: RowReason;
  readonly detail: string | null;
  /** How many rows of this layer have this reason. Only the first of them are returned. */
  readonly alike: number;
}

/**
 * SQL for the first rows of each layer and reason, with the number of all of them.
 *
 * @param rows a SELECT of layer, row, key, code, detail
 */
export const firstPerReasonSql = (rows: string): string =>
  `SELECT layer, row, key, code, detail, alike FROM (
     SELECT noted.*, count(*) OVER (PARTITION BY layer, code)::int AS alike,
            row_number() OVER (PARTITION BY layer, code ORDER BY row, detail) AS nth
     FROM (${rows}) noted
   ) numbered WHERE nth <= ${maxListed} ORDER BY layer, row, detail`;

export interface OutcomeCount {
  readonly layer: string;
  readonly outcome: Outcome;
  readonly rows: number;
}

/** How many of the stored rows the dataset no longer has. */
export interface Missing {
  readonly kind: string;
  readonly current: number;
  readonly gone: number;
}

/** EPSG codes: `srid` of the rows, `metric` of what is stored. */
export interface References {
  readonly srid: number;
  readonly metric: number;
}

/**
 * Wraps a DELETE so that its keys are remembered: a refused row ends nothing, and what is stored under its key stays.
 *
 * @param deletion returns layer, row, kind, key, code, detail
 */
export const refusingSql = (deletion: string): string =>
  `WITH refused AS (${deletion}), remembered AS (
     INSERT INTO refused_key SELECT kind, key FROM refused WHERE key IS NOT NULL)
   ${firstPerReasonSql('SELECT layer, row, key, code, detail FROM refused')}`;

/** Notes the rows that a statement returned, and counts those that it left out. */
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
