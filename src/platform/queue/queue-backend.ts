import type { Processor } from 'bullmq';

/** The parts of a BullMQ queue that the doorbell uses, on any store. */
export interface OpenQueue {
  add(
    name: string,
    data: object,
    options: { readonly removeOnComplete: boolean; readonly removeOnFail: boolean },
  ): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** The parts of a BullMQ worker that the doorbell uses. */
export interface OpenWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

/** The store of BullMQ's jobs. Redis and PostgreSQL implement it. */
export interface QueueBackend {
  /** Throws while the store is down. Called before anything else, until it succeeds. */
  prepare(): Promise<void>;
  openQueue(name: string): OpenQueue;
  openWorker(name: string, processor: Processor, concurrency: number): OpenWorker;
  /** Called last, after closing its queues and workers. */
  close(): Promise<void>;
}

/** Options of workers on both stores. A finished or failed job is removed: the ledger has all the state. */
export const workerDefaults = {
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
  // The job of a killed worker is run again, any number of times. A lost ring would cause a delay; a repeated one does
  // no harm.
  maxStalledCount: 1_000,
  // Reconnect soon after a lost connection; the default is 15 s.
  runRetryDelay: 1_000,
} as const;
