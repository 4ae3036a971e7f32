import { setTimeout as pause } from 'node:timers/promises';
import { answerParent } from '../child.js';
import { monotonicMs } from '../monotonic.js';
import { ReaderSocket, type Answered } from './reader-socket.js';

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

interface Due {
  readonly path: string;
  readonly isConditional: boolean;
  /** By {@link monotonicMs}. */
  readonly at: number;
}

class Reading {
  private readonly idle: ReaderSocket[] = [];
  private readonly sockets: ReaderSocket[] = [];
  private readonly waiting: Due[] = [];
  private readonly asked = new Map<ReaderSocket, Due>();
  private readonly tags = new Map<string, string>();
  private readonly ms: number[] = [];
  private readonly late: number[] = [];
  private readonly endings: Record<string, number> = {};
  private readonly done: Promise<void>;
  private begun = 0;
  private bytes = 0;
  private sent = 0;
  private isOver = false;

  constructor(private readonly order: ReadersOrder) {
    const buffer = Buffer.alloc(65_536);
    const { hostname: host, port } = new URL(order.web);
    for (let nth = 0; nth < order.connections; nth++) {
      const socket = new ReaderSocket({ host, port: Number(port) }, buffer, (answer) =>
        this.answered(socket, answer),
      );
      this.sockets.push(socket);
    }
    this.idle.push(...this.sockets);
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
    for (const socket of this.sockets) socket.close();
    const { bytes, endings } = this;
    return { seconds, ms: Float64Array.from(this.ms), late: Float64Array.from(this.late), endings, bytes };
  }

  private get open(): number {
    return this.asked.size + this.waiting.length;
  }

  private async go(): Promise<void> {
    const { rate, paths, conditional } = this.order;
    for (const path of paths) await this.learnTag(path);
    this.begun = monotonicMs();
    while (!this.isOver) {
      const now = monotonicMs();
      for (; this.begun + (this.sent * 1000) / rate <= now; this.sent++) {
        const at = this.begun + (this.sent * 1000) / rate;
        this.late.push(now - at);
        this.read({ path: paths[this.sent % paths.length]!, isConditional: Math.random() < conditional, at });
      }
      await pause(tickMs);
    }
  }

  private async learnTag(path: string): Promise<void> {
    const answer = await fetch(this.order.web + path);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    this.tags.set(path, answer.headers.get('etag') ?? '');
  }

  private read(due: Due): void {
    if (this.open >= mostOpen) {
      this.endings['given up'] = (this.endings['given up'] ?? 0) + 1;
      return;
    }
    const socket = this.idle.shift();
    if (socket) this.ask(socket, due);
    else this.waiting.push(due);
  }

  private ask(socket: ReaderSocket, due: Due): void {
    this.asked.set(socket, due);
    const tag = due.isConditional ? `if-none-match: ${this.tags.get(due.path)}\r\n` : '';
    // As browsers do.
    socket.ask(`GET ${due.path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: gzip\r\n${tag}\r\n`);
  }

  private answered(socket: ReaderSocket, answer: Answered | Error): void {
    const due = this.asked.get(socket);
    // The server has closed a connection that nobody used.
    if (!due) return;
    this.asked.delete(socket);
    this.ms.push(monotonicMs() - due.at);
    const how = answer instanceof Error ? answer.message : String(answer.status);
    this.endings[how] = (this.endings[how] ?? 0) + 1;
    if (!(answer instanceof Error)) {
      this.bytes += answer.bytes;
      if (answer.tag !== undefined) this.tags.set(due.path, answer.tag);
    }
    const next = this.waiting.shift();
    if (next) this.ask(socket, next);
    else this.idle.push(socket);
  }
}
