import type { DataSource, EntityManager } from 'typeorm';

export interface Bounds {
  /** For each sort and hash of a statement, as PostgreSQL writes it, e.g. `64MB`. */
  readonly memory?: string;
  /** Milliseconds that a statement may take. */
  readonly patience?: number;
}

/** A transaction whose statements have bounds of their own. */
export function bounded<T>(
  db: DataSource,
  { memory, patience }: Bounds,
  work: (db: EntityManager) => Promise<T>,
): Promise<T> {
  const settings = { work_mem: memory, statement_timeout: patience?.toString() };
  return db.transaction(async (within) => {
    for (const [name, value] of Object.entries(settings))
      if (value !== undefined) await within.query('SELECT set_config($1, $2, true)', [name, value]);
    return work(within);
  });
}

/** Whether a statement ended because its time was over: PostgreSQL's `query_canceled`. */
export const isOutOfTime = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === '57014';
