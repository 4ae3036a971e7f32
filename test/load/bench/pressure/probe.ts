import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { monotonicMs } from '../monotonic.js';
import { Samples } from '../places/samples.js';

/** Milliseconds between two rounds of requests. A round does not wait for the answers of the last one. */
const everyMs = 50;
/** Longest wait for an answer, in milliseconds. */
const maxMs = 60_000;

export interface Question {
  readonly name: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends the requests of other clients for as long as some work lasts. */
export class Probe {
  /** The number of connections is not limited: a waiting request must not delay the next. */
  private readonly agent = new Agent({ keepAliveTimeout: 60_000 });

  constructor(
    private readonly web: string,
    private readonly questions: readonly Question[],
  ) {}

  /** @returns how long the answers took, for each question */
  async during(what: string, work: Promise<unknown>): Promise<Samples[]> {
    const samples = this.questions.map(({ name }) => new Samples(`${what}: ${name}`));
    const asked: Promise<void>[] = [];
    const state = { isOver: false };
    const done = work.finally(() => (state.isOver = true));
    // It is awaited below. Until then a failure must not count as an unhandled rejection.
    done.catch(() => undefined);
    while (!state.isOver) {
      for (const [nth, question] of this.questions.entries()) asked.push(this.ask(question, samples[nth]!));
      await pause(everyMs);
    }
    await done;
    await Promise.all(asked);
    return samples;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async ask({ name, path, method, headers, body }: Question, samples: Samples): Promise<void> {
    const began = monotonicMs();
    const answer = await request(`${this.web}${path}`, {
      dispatcher: this.agent,
      method,
      headers,
      body,
      headersTimeout: maxMs,
    });
    await answer.body.dump();
    samples.add(monotonicMs() - began, name);
    if (answer.statusCode >= 400) throw new Error(`${name}: ${answer.statusCode}`);
  }
}
