import type { Processor } from 'bullmq';

/** What the doorbell needs of a BullMQ queue, whatever it is kept in. */
export interface OpenQueue {
  add(
    name: string,
    data: object,
    options: { readonly removeOnComplete: boolean; readonly removeOnFail: boolean },
  ): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What the doorbell needs of a BullMQ worker. */
export interface OpenWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

/** Where BullMQ keeps its jobs. Redis and PostgreSQL plug in here. */
export interface QueueBackend {
  /** Throws as long as the store is away; called until it does not, before anything else. */
  prepare(): Promise<void>;
  openQueue(name: string): OpenQueue;
  openWorker(name: string, processor: Processor, concurrency: number): OpenWorker;
  /** Called last, after its queues and workers. */
  close(): Promise<void>;
}

/** What workers of both kinds share. A ring that was answered, well or badly, is forgotten: the ledger remembers. */
export const workerDefaults = {
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
  // A worker that was killed leaves its ring behind. It is answered again however often that happens: losing it would
  // cost time, answering it twice costs nothing.
  maxStalledCount: 1_000,
  // After a lost connection try again soon, not after the default of 15 s.
  runRetryDelay: 1_000,
} as const;
