import type { DataSource, EntityManager } from 'typeorm';

export interface Bounds {
  /** Memory for each sort and hash of a statement (work_mem), in PostgreSQL's notation, e.g. `64MB`. */
  readonly memory?: string;
  /** Statement timeout in milliseconds. */
  readonly patience?: number;
}

/** Runs a transaction with its own limits on memory and time for each statement. */
export function bounded<T>(
  db: DataSource,
  { memory, patience }: Bounds,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const settings = { work_mem: memory, statement_timeout: patience?.toString() };
  return db.transaction(async (tx) => {
    for (const [name, value] of Object.entries(settings))
      if (value !== undefined) await tx.query('SELECT set_config($1, $2, true)', [name, value]);
    return work(tx);
  });
}

/** Whether a statement was cancelled because it ran out of time: PostgreSQL's `query_canceled`. */
export const isOutOfTime = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === '57014';

/**
 * Whether a geometry could not be worked out: GEOS failed, which PostGIS, and the embedded database, say with
 * PostgreSQL's `internal_error`.
 */
export const isGeosFault = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'XX000';
