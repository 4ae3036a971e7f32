import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { Worker } from '../../src/dispatch/worker.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { startTestApp } from './app.js';
import { openTestDatabase } from './database.js';
import { freePort } from './free-port.js';
import { Scene } from './scene.js';
import { hire, type Hired } from './staff.js';

const account = { accountSid: 'AC00000000000000000000000000000000', authToken: 'simulator-auth-token' };

export interface Received {
  e164: string;
  received: { at: string; kind: 'sms' | 'call'; from: string; text: string; sid: string }[];
}

/** The whole way: web, worker and simulator in one process, an empty database, two people. */
export class Pipeline {
  private constructor(
    readonly db: DataSource,
    readonly app: NestFastifyApplication,
    readonly simulator: Simulator,
    readonly url: string,
    readonly anna: Hired,
    readonly bo: Hired,
    readonly scene: Scene,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Pipeline> {
    const db = await openTestDatabase();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const simulator = await startSimulator({
      port: 0,
      ...account,
      inboundUrl: `${url}/callbacks/twilio/inbound`,
    });
    const app = await startTestApp({
      PUBLIC_URL: url,
      SIMULATOR_URL: simulator.url,
      PORT: String(port),
      ...settings,
    });
    await app.listen(port, '127.0.0.1');
    const [anna, bo] = [await hire(app, 'Anna'), await hire(app, 'Bo')];
    return new Pipeline(db, app, simulator, url, anna, bo, new Scene(db));
  }

  startWorker(): void {
    this.app.get(Worker).start();
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.simulator.close();
    await this.db.destroy();
  }

  async post(who: Hired, path: string, payload: object = {}, headers: Record<string, string> = {}) {
    return this.app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { ...who.headers, ...headers },
      payload,
    });
  }

  async get(path: string, headers: Record<string, string> = {}) {
    return this.app.inject({ url: `/api/v1${path}`, headers: { ...this.anna.headers, ...headers } });
  }

  /** Anna writes and submits; Bo approves unless told not to. @returns the broadcast's id */
  async send(audience: object, more: object = {}, approve = true): Promise<string> {
    const created = await this.post(this.anna, '/broadcasts', { ...draft(audience), ...more });
    if (created.statusCode !== 201) throw new Error(created.body);
    const { id } = created.json<{ id: string }>();
    const submitted = await this.post(this.anna, `/broadcasts/${id}/submission`);
    if (submitted.statusCode !== 200) throw new Error(submitted.body);
    if (!approve) return id;
    const approved = await this.post(this.bo, `/broadcasts/${id}/approval`);
    if (approved.statusCode !== 200) throw new Error(approved.body);
    return id;
  }

  async handset(e164: string): Promise<Received['received']> {
    const answer = await fetch(`${this.simulator.url}/handsets/${encodeURIComponent(e164)}`);
    return ((await answer.json()) as Received).received;
  }

  async faults(script: object): Promise<void> {
    const answer = await fetch(`${this.simulator.url}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(script),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async report(id: string): Promise<Record<string, number> & { reasons: Record<string, number> }> {
    return (await this.get(`/broadcasts/${id}/report`)).json();
  }

  async state(id: string): Promise<string> {
    return (await this.get(`/broadcasts/${id}`)).json<{ state: string }>().state;
  }
}

export const draft = (audience: object) => ({
  audience,
  texts: [{ language: 'sv', sms: 'Vattnet är avstängt på Storgatan kl. 13–15.' }],
  lane: 'urgent',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Waits for a condition, looking often; fails with what was last seen. */
export async function eventually<T>(
  look: () => Promise<T>,
  fits: (seen: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    if (Date.now() > until) throw new Error(`still not so after ${withinMs} ms: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The numbers of a report that must sum to `planned`. */
export const partsOf = ({
  planned: _,
  suppressed: __,
  reasons: ___,
  ...parts
}: Record<string, unknown>): number =>
  Object.values(parts).reduce<number>((sum, n) => sum + (n as number), 0);
