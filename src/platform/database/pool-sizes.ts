/** Maximum number of connections per process of each kind, unless DATABASE_POOL is set. */
export const poolSizes: Readonly<Record<'web' | 'worker' | 'command' | 'migration', number>> = {
  web: 10,
  /** A worker claims, sends and records in turns: it never uses more than these. */
  worker: 6,
  command: 4,
  /** One of them holds the migration lock. */
  migration: 2,
};

/** Connections of the queue per process if there is no Redis: for queries, and for LISTEN. */
export const queueConnections = { asking: 2, listening: 1 } as const;
