import type { OnApplicationShutdown } from '@nestjs/common';
import { reasonOf } from '../processes/reason-of.js';
import { platformEvents } from '../log-events.js';
import { Log } from '../logging/log.js';
import { Doorbell, type RingHandler } from './doorbell.js';
import type { OpenQueue, OpenWorker, QueueBackend } from './queue-backend.js';
import { withTimeout } from './with-timeout.js';

/** Milliseconds after which the caller stops waiting for a ring. */
const ringPatience = 2_000;
/** Milliseconds that running handlers have to end when the program stops. */
const closingPatience = 5_000;
/** Milliseconds before a worker that could not start tries again. */
const beginAgainAfter = 1_000;

/** The doorbell on BullMQ. Each bell has its own queue, because priorities inside one queue would invert under load. */
export class BullmqDoorbell extends Doorbell implements OnApplicationShutdown {
  private readonly log = new Log('doorbell', platformEvents);
  private readonly queues = new Map<string, OpenQueue>();
  private readonly workers = new Set<OpenWorker>();
  private readonly stuck = new Set<string>();
  private readonly closing = new AbortController();
  private readonly beginnings = new Set<NodeJS.Timeout>();

  constructor(private readonly backend: QueueBackend) {
    super();
  }

  async ring(bell: string, data: object): Promise<void> {
    const what = JSON.stringify([bell, data]);
    // While the store is down, at most one ring of each kind waits for it, not one for each run of the sweeper.
    if (this.stuck.has(what) || this.closing.signal.aborted) return;
    const ringing = this.add(bell, data);
    try {
      await withTimeout(ringPatience, ringing, () => {
        this.stuck.add(what);
        void ringing.catch(() => undefined).finally(() => this.stuck.delete(what));
      });
    } catch (error) {
      this.log.write('queue.ring-failed', { bell, reason: reasonOf(error) });
    }
  }

  answer(
    bell: string,
    answer: RingHandler,
    { concurrency = 1 }: { readonly concurrency?: number } = {},
  ): void {
    void this.begin(bell, answer, concurrency).catch((error: unknown) => {
      if (this.closing.signal.aborted) return;
      this.log.write('queue.not-listening', { bell, reason: reasonOf(error) });
      const again = setTimeout(() => {
        this.beginnings.delete(again);
        this.answer(bell, answer, { concurrency });
      }, beginAgainAfter);
      this.beginnings.add(again);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    for (const timer of this.beginnings) clearTimeout(timer);
    const quietly = (closed: Promise<unknown>, ms: number) => withTimeout(ms, closed).catch(() => undefined);
    await Promise.all([...this.workers].map((worker) => quietly(worker.close(), closingPatience)));
    await Promise.all([...this.queues.values()].map((queue) => quietly(queue.close(), ringPatience)));
    await this.backend.close();
  }

  private async add(bell: string, data: object): Promise<void> {
    await this.backend.prepare();
    let queue = this.queues.get(bell);
    if (!queue) {
      queue = this.backend.openQueue(bell);
      queue.on('error', this.note);
      this.queues.set(bell, queue);
    }
    try {
      await queue.add('ring', data, { removeOnComplete: true, removeOnFail: true });
    } catch (error) {
      // A queue whose first connection failed never recovers: the next ring opens a new one.
      this.queues.delete(bell);
      void queue.close().catch(() => undefined);
      throw error;
    }
  }

  private async begin(bell: string, answer: RingHandler, concurrency: number): Promise<void> {
    await this.backend.prepare();
    if (this.closing.signal.aborted) return;
    const worker = this.backend.openWorker(
      bell,
      (job) => answer(job.data as Record<string, unknown>, this.closing.signal),
      concurrency,
    );
    worker.on('error', this.note);
    worker.on('failed', (_job, err) => this.log.write('queue.job-failed', { bell, err }));
    this.workers.add(worker);
    try {
      await worker.waitUntilReady();
    } catch (error) {
      this.workers.delete(worker);
      void worker.close(true).catch(() => undefined);
      throw error;
    }
  }

  private readonly noted = new Map<string, number>();

  /** Logs each error at most once in ten seconds: during an outage it occurs many times a second. */
  readonly note = (error: Error): void => {
    const reason = reasonOf(error);
    const now = Date.now();
    if (now - (this.noted.get(reason) ?? 0) < 10_000 || this.closing.signal.aborted) return;
    if (this.noted.size > 100) this.noted.clear();
    this.noted.set(reason, now);
    this.log.write('queue.error', { reason });
  };
}
