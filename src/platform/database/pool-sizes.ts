/** Connections that a process holds at most, of each kind, unless DATABASE_POOL says otherwise. */
export const poolSizes: Readonly<Record<'web' | 'worker' | 'command' | 'migration', number>> = {
  web: 10,
  /** It claims, sends and notes in turns; more than these are never in use. */
  worker: 6,
  command: 4,
  /** One holds the lock. */
  migration: 2,
};

/** Connections of the queue in a process, where there is no Redis: some to ask with, one to listen on. */
export const queueConnections = { asking: 2, listening: 1 } as const;
