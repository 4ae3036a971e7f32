import {
  maxListed,
  type ImportAccount,
  type Outcome,
  type ReasonCount,
  type RowAction,
  type RowReason,
} from './import-account.js';

/** A row that a statement took out or mended, and why. */
export interface NotedRow {
  readonly layer: string;
  readonly row: number;
  readonly key: string | null;
  readonly code: RowReason;
  readonly detail: string | null;
  /** How many rows of this layer there are of which this is said; only the first of them are returned. */
  readonly alike: number;
}

/**
 * The first rows of each layer and reason, and how many there are.
 *
 * @param rows a selection of layer, row, key, code, detail
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
export const refusingSql = (deletion: string): string =>
  `WITH refused AS (${deletion}), remembered AS (
     INSERT INTO refused_key SELECT kind, key FROM refused WHERE key IS NOT NULL)
   ${firstPerReasonSql('SELECT layer, row, key, code, detail FROM refused')}`;

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
