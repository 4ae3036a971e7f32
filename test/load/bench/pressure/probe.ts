import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { monotonicMs } from '../monotonic.js';
import { Samples } from '../places/samples.js';

/** Milliseconds between two questions; the next is asked whether or not the last was answered. */
const everyMs = 50;
/** No question is waited for longer. */
const maxMs = 60_000;

export interface Question {
  readonly name: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Asks as everybody else would, from before something begins until it is over. */
export class Probe {
  /** As many connections as it takes: who waits must not keep the next from asking. */
  private readonly agent = new Agent({ keepAliveTimeout: 60_000 });

  constructor(
    private readonly web: string,
    private readonly questions: readonly Question[],
  ) {}

  /** @returns for each question, how long its answers took */
  async during(what: string, work: Promise<unknown>): Promise<Samples[]> {
    const samples = this.questions.map(({ name }) => new Samples(`${what}: ${name}`));
    const asked: Promise<void>[] = [];
    const state = { isOver: false };
    const done = work.finally(() => (state.isOver = true));
    // It is awaited below; meanwhile a failure is nobody's.
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
