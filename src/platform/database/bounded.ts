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
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const settings = { work_mem: memory, statement_timeout: patience?.toString() };
  return db.transaction(async (tx) => {
    for (const [name, value] of Object.entries(settings))
      if (value !== undefined) await tx.query('SELECT set_config($1, $2, true)', [name, value]);
    return work(tx);
  });
}

/** Whether a statement ended because its time was over: PostgreSQL's `query_canceled`. */
export const isOutOfTime = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === '57014';
