import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** A rule of a fault script, as the simulator's `POST /faults` takes it. */
export interface FaultRule {
  readonly match?: {
    readonly to?: string | readonly string[];
    readonly channel?: 'sms' | 'call';
    readonly share?: number;
    readonly untilMs?: number;
  };
  readonly fault: { readonly kind: string } & Readonly<Record<string, unknown>>;
}

/** The simulator's own API: its faults and its books. */
export class SimulatorClient {
  constructor(private readonly url: string) {}

  async script(seed: number, rules: readonly FaultRule[]): Promise<void> {
    const answer = await fetch(`${this.url}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seed, rules }),
    });
    if (!answer.ok) throw new Error(`the simulator refused the faults: ${await answer.text()}`);
  }

  /** How many texts and calls were received so far. */
  async received(): Promise<number> {
    return (await this.get<{ received: number }>('/ledger/summary')).received;
  }

  /** Receipts that it still has to deliver. */
  async receiptsWaiting(): Promise<number> {
    return (await this.get<{ receipts: { waiting: number } }>('/healthz')).receipts.waiting;
  }

  /** A book line by line: what handsets received, or what was accepted. */
  async *lines<T>(path: '/ledger' | '/ledger/accepted'): AsyncGenerator<T> {
    const answer = await fetch(this.url + path);
    if (!answer.ok || !answer.body) throw new Error(`${path}: ${answer.status}`);
    const input = Readable.fromWeb(answer.body as ReadableStream);
    for await (const line of createInterface({ input })) if (line !== '') yield JSON.parse(line) as T;
  }

  private async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.url + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }
}
