import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { PollReceipts } from '../../src/dispatch/receipts/poll-receipts.js';
import { Worker } from '../../src/dispatch/worker.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { startTestApp } from './app.js';
import { openTestDatabase } from './database.js';
import { untilNextLook } from './eventually.js';
import { freePort } from './free-port.js';
import { newId } from '../../src/kernel/ids.js';
import { fictionLandline, fictionMobile } from './fiction-phones.js';
import { Scene } from './scene.js';
import { hire, type Hired } from './staff.js';

const account = { accountSid: 'AC00000000000000000000000000000000', authToken: 'simulator-auth-token' };

export interface Received {
  e164: string;
  received: { at: string; kind: 'sms' | 'call'; from: string; text: string; sid: string }[];
}

/** The whole path: web, worker and simulator in one process, an empty database, and two members of staff. */
export class Pipeline {
  private mobiles = 0;
  private landlines = 0;

  private constructor(
    readonly db: DataSource,
    readonly app: NestFastifyApplication,
    public simulator: Simulator,
    readonly url: string,
    readonly anna: Hired,
    readonly bo: Hired,
    readonly scene: Scene,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Pipeline> {
    const db = await openTestDatabase();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const simulator = await simulate(url, 0);
    const all = {
      PUBLIC_URL: url,
      SIMULATOR_URL: simulator.url,
      SOCIAL_ALLOWED_HOSTS: '127.0.0.1',
      FACEBOOK_GRAPH_URL: `${simulator.url}/graph/v25.0`,
      PORT: String(port),
      ...settings,
    };
    const app = await startTestApp(all);
    await app.listen(port, '127.0.0.1');
    const [anna, bo] = [await hire(app, 'Anna'), await hire(app, 'Bo')];
    return new Pipeline(db, app, simulator, url, anna, bo, new Scene(db), all);
  }

  startWorker(): void {
    this.app.get(Worker).start();
  }

  /** Starts a second worker, as if in another process. The caller must close it. */
  async startAnotherWorker(): Promise<NestFastifyApplication> {
    const app = await startTestApp(this.settings);
    app.get(Worker).start();
    return app;
  }

  /** Starts a second web process with settings of its own, without a port. The caller must close it. */
  startAnotherWeb(settings: Record<string, string>): Promise<NestFastifyApplication> {
    return startTestApp({ ...this.settings, ...settings });
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

  /** Anna writes and submits; Bo approves unless `approve` is false. @returns the broadcast's id */
  async send(audience: object, more: object = {}, approve = true): Promise<string> {
    const created = await this.post(this.anna, '/broadcasts', { ...draft(audience), ...more });
    if (created.statusCode !== 201) throw new Error(created.body);
    const { id } = created.json<{ id: string }>();
    const submitted = await this.post(this.anna, `/broadcasts/${id}/submission`);
    if (submitted.statusCode !== 200) throw new Error(submitted.body);
    if (!approve) return id;
    const approved = await this.approve(this.bo, id);
    if (approved.statusCode !== 200) throw new Error(approved.body);
    return id;
  }

  /** Approves with the present content hash, as a person who has just read it. */
  async approve(who: Hired, id: string, more: object = {}) {
    const { contentHash } = (await this.get(`/broadcasts/${id}`)).json<{ contentHash?: string }>();
    return this.post(who, `/broadcasts/${id}/approval`, { contentHash, ...more });
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

  /** Ends the provider, runs `meanwhile`, and starts a new provider at the same address. */
  async restartSimulator(meanwhile: () => Promise<void>): Promise<void> {
    const { port } = new URL(this.simulator.url);
    await this.simulator.close();
    await meanwhile();
    this.simulator = await simulate(this.url, Number(port));
  }

  /** Asks the provider about missing receipts now, instead of in half a minute. */
  poll = async (): Promise<void> => {
    const poller = this.app.get(PollReceipts);
    while (await poller.run());
    await poller.giveUp();
  };

  /** How often each rule of the fault script was applied, in the order of the rules. */
  async struck(): Promise<number[]> {
    const answer = await fetch(`${this.simulator.url}/faults`);
    return ((await answer.json()) as { rules: { struck: number }[] }).rules.map(({ struck }) => struck);
  }

  /** Makes an area with one house that has these phones and `others`. @returns the place and the numbers */
  async house({
    mobiles = 0,
    landlines = 0,
    others = [],
  }: {
    mobiles?: number;
    landlines?: number;
    others?: readonly string[];
  }) {
    const area = await this.scene.area(newId(), { x: 0, y: 0, side: 1 });
    const address = await this.scene.address(newId(), { x: 0, y: 0 });
    const phones = [
      ...Array.from({ length: mobiles }, () => ({
        e164: fictionMobile(this.mobiles++),
        kind: 'mobile' as const,
      })),
      ...Array.from({ length: landlines }, () => ({
        e164: fictionLandline(this.landlines++),
        kind: 'landline' as const,
      })),
      ...others.map((e164) => ({ e164, kind: 'mobile' as const })),
    ];
    for (const { e164, kind } of phones) await address.phone(e164, { kind });
    await this.db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [
      area,
      address.id,
    ]);
    return { places: [area], phones: phones.map(({ e164 }) => e164) };
  }

  /** The deliveries of a broadcast, with the times at which they were sent. */
  async ledger(
    id: string,
  ): Promise<
    { n: number; phone: string; language: string; status: string; attempts: number; sent_at: Date }[]
  > {
    return this.db.query(
      `SELECT n, phone, language, status, reason, attempts, resent, sent_at FROM delivery WHERE broadcast_id = $1 ORDER BY n`,
      [id],
    );
  }

  async report(id: string): Promise<Record<string, number> & { reasons: Record<string, number> }> {
    return (await this.get(`/broadcasts/${id}/report`)).json();
  }

  async state(id: string): Promise<string> {
    return (await this.get(`/broadcasts/${id}`)).json<{ state: string }>().state;
  }
}

const simulate = (url: string, port: number): Promise<Simulator> =>
  startSimulator({ port, ...account, inboundUrl: `${url}/callbacks/twilio/inbound` });

export const draft = (audience: object) => ({
  audience,
  texts: [{ language: 'sv', sms: 'Vattnet är avstängt på Storgatan kl. 13–15.' }],
  lane: 'urgent',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Polls until a condition holds. Fails with the last value. */
export async function pollUntil<T>(
  look: () => Promise<T>,
  fits: (seen: T) => boolean,
  withinMs = 60_000,
): Promise<T> {
  const began = Date.now();
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    const waited = Date.now() - began;
    if (waited > withinMs) throw new Error(`still not so after ${withinMs} ms: ${JSON.stringify(seen)}`);
    await pause(untilNextLook(waited));
  }
}

/** The sum of a report's parts, which must be `planned`. */
export const partsOf = ({
  planned: _,
  suppressed: __,
  reasons: ___,
  ...parts
}: Record<string, unknown>): number =>
  Object.values(parts).reduce<number>((sum, n) => sum + (n as number), 0);
