import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerParent } from '../child.js';
import { monotonicMs } from '../monotonic.js';

export interface ReadersOrder {
  readonly web: string;
  readonly paths: readonly string[];
  /** Requests a second, all paths together. */
  readonly rate: number;
  /** Until {@link ReadersStop}, if omitted. */
  readonly seconds?: number | undefined;
  /** Share of the requests that say what the reader has already, 0–1. */
  readonly conditional: number;
  readonly connections: number;
}

/** Ends the reading that is under way. */
export interface ReadersStop {
  readonly stop: true;
}

export interface ReadersFound {
  /** From the first request until the last answer. */
  readonly seconds: number;
  /** Milliseconds from when a request was due until its answer was complete, so that waiting counts too. */
  readonly ms: Float64Array;
  /** Milliseconds that requests were sent too late: this process itself had no time. */
  readonly late: Float64Array;
  /** Number of answers by status, or by error. */
  readonly endings: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** Milliseconds between two looks at which requests are due. */
const tickMs = 1;
/** Requests without an answer, above which no more are sent: readers give up too. */
const mostOpen = 6_000;

/** A process that reads pages and feeds at a steady rate, whether or not the answers come. */
export function run(): Promise<void> {
  let reading: Reading | undefined;
  answerParent((order: ReadersOrder | ReadersStop) => {
    if ('stop' in order) return reading!.end();
    reading = new Reading(order);
    return order.seconds === undefined ? {} : reading.during(order.seconds);
  });
  return Promise.resolve();
}

class Reading {
  private readonly pool: Pool;
  private readonly tags = new Map<string, string>();
  private readonly ms: number[] = [];
  private readonly late: number[] = [];
  private readonly endings: Record<string, number> = {};
  private begun = 0;
  private readonly done: Promise<void>;
  private bytes = 0;
  private sent = 0;
  private open = 0;
  private isOver = false;

  constructor(private readonly order: ReadersOrder) {
    this.pool = new Pool(order.web, { connections: order.connections, pipelining: 1 });
    this.done = this.go();
  }

  async during(seconds: number): Promise<ReadersFound> {
    await pause(seconds * 1000);
    return this.end();
  }

  async end(): Promise<ReadersFound> {
    this.isOver = true;
    await this.done;
    while (this.open > 0) await pause(tickMs);
    const seconds = (monotonicMs() - this.begun) / 1000;
    await this.pool.close();
    const { bytes, endings } = this;
    return { seconds, ms: Float64Array.from(this.ms), late: Float64Array.from(this.late), endings, bytes };
  }

  private async go(): Promise<void> {
    const { rate, paths, conditional } = this.order;
    for (const path of paths) await this.learnTag(path);
    this.begun = monotonicMs();
    while (!this.isOver) {
      const now = monotonicMs();
      for (; this.begun + (this.sent * 1000) / rate <= now; this.sent++) {
        const due = this.begun + (this.sent * 1000) / rate;
        this.late.push(now - due);
        this.read(paths[this.sent % paths.length]!, Math.random() < conditional, due);
      }
      await pause(tickMs);
    }
  }

  private async learnTag(path: string): Promise<void> {
    const { headers, body, statusCode } = await this.pool.request({ path, method: 'GET' });
    await body.dump();
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    if (typeof headers['etag'] === 'string') this.tags.set(path, headers['etag']);
  }

  private read(path: string, isConditional: boolean, due: number): void {
    if (this.open >= mostOpen) {
      this.endings['given up'] = (this.endings['given up'] ?? 0) + 1;
      return;
    }
    const tag = isConditional ? this.tags.get(path) : undefined;
    this.open++;
    let status = 0;
    const ended = (how: string): void => {
      this.open--;
      this.ms.push(monotonicMs() - due);
      this.endings[how] = (this.endings[how] ?? 0) + 1;
    };
    this.pool.dispatch(
      { path, method: 'GET', headers: tag === undefined ? {} : { 'if-none-match': tag } },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, code, headers) => {
          status = code;
          if (typeof headers['etag'] === 'string') this.tags.set(path, headers['etag']);
        },
        onResponseData: (_controller, chunk) => void (this.bytes += chunk.length),
        onResponseEnd: () => ended(String(status)),
        onResponseError: (_controller, error) => ended(error.message),
      },
    );
  }
}
