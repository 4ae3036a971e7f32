import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebhookReceiver } from '../../../support/webhook-receiver.js';
import { Samples } from '../places/samples.js';
import { isReached, table, type Figure } from '../targets.js';
import { onEmbedded, onServers, type Product } from './products.js';

/** Target, in milliseconds from the request that approves or ends, or from the expiry. */
const mostMs = 2_000;
/** Milliseconds between two looks. */
const lookMs = 25;
/** Milliseconds after which something counts as never published. */
const patience = 60_000;

/** Milliseconds until an alert that is to expire does: it must be published before, on a busy machine too. */
const expiresAfter = 40_000;

const places = [
  '/aktuellt',
  '/feeds/alerts.json',
  '/feeds/alerts.geojson',
  '/feeds/alerts.atom',
  '/feeds/cap.atom',
];
const saysExpiry = ['/feeds/alerts.json', '/feeds/cap.atom'];
const ends = ['all-clear', 'cancellation', 'expiry'] as const;

/** `npm run bench -- within [--rounds N] [--only servers,embedded] [--json]` */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: 'servers,embedded' },
      json: { type: 'boolean', default: false },
    },
  });
  const receiver = await WebhookReceiver.start();
  try {
    for (const [name, open] of Object.entries({ servers: onServers, embedded: onEmbedded })) {
      if (!values.only.split(',').includes(name)) continue;
      const product = await open();
      try {
        const figures = await new Measuring(product, receiver).all(Number(values.rounds));
        console.log(`${product.name}\n${table(figures)}`);
        if (values.json)
          console.log(JSON.stringify(figures.map((figure) => ({ ...figure, reached: isReached(figure) }))));
      } finally {
        await product.close();
      }
    }
  } finally {
    await receiver.close();
  }
}

interface Told {
  readonly type: string;
  readonly data: { readonly broadcast: string; readonly incident: string };
}

class Measuring {
  private readonly samples = new Map<string, Samples>();
  private count = 0;

  constructor(
    private readonly product: Product,
    private readonly receiver: WebhookReceiver,
  ) {}

  async all(rounds: number): Promise<Figure[]> {
    await this.product.call(0, 'POST', '/webhooks', {
      address: this.receiver.address,
      description: 'bench',
      events: ['broadcast.approved', 'broadcast.over'],
      includeUnpublished: false,
      active: true,
    });
    // Once without measuring, so that nothing is measured cold.
    for (const end of ends) await this.round(end);
    this.samples.clear();
    for (let nth = 0; nth < rounds; nth++) for (const end of ends) await this.round(end);
    const figures = [...this.samples].flatMap(([name, samples]): Figure[] => [
      { name: `${name}, p50`, value: samples.percentile(0.5), unit: 'ms' },
      { name: `${name}, max`, value: samples.percentile(1), unit: 'ms', target: { atMost: mostMs } },
    ]);
    return [...figures, ...(await this.killed())];
  }

  /** An alert that is approved, and ends. */
  private async round(end: (typeof ends)[number]): Promise<void> {
    const expiresAt = new Date(Date.now() + (end === 'expiry' ? expiresAfter : 3_600_000));
    const { id, word, askedAt } = await this.approve({ expiresAt });
    await Promise.all([...this.published(id, word, askedAt), this.firstText(word, askedAt)]);
    const before = await this.tags();
    const isOver = end === 'expiry' ? expiresAt.getTime() : await this.end(id, end);
    await Promise.all([
      // CAP says beforehand when an alert expires.
      ...places
        .filter((place) => end !== 'expiry' || !saysExpiry.includes(place))
        .map((place) =>
          this.until(`${end}: ${place}`, isOver, async () => (await this.tagOf(place)) !== before[place]),
        ),
      this.until(`${end}: over in the GeoJSON`, isOver, () => this.isOver(id)),
      this.until(`${end}: webhook`, isOver, () => this.heard('broadcast.over', id)),
    ]);
    if (end === 'all-clear') await this.quiet();
  }

  private async end(id: string, end: 'all-clear' | 'cancellation'): Promise<number> {
    if (end === 'all-clear')
      return (await this.approve({ follows: { broadcast: id, relation: end }, audience: undefined })).askedAt;
    const askedAt = Date.now();
    await this.product.call(0, 'POST', `/broadcasts/${id}/cancellation`, {});
    return askedAt;
  }

  /** Web and worker are killed when the approval was answered. What was approved is published when they are back, once. */
  private async killed(): Promise<Figure[]> {
    const { id, word } = await this.approve({});
    await this.product.kill();
    await this.product.restart();
    const back = Date.now();
    const waits = await Promise.all(this.published(id, word, back));
    await this.until('killed: first text', back, () => this.isTexted(word));
    await this.quiet();
    const told = this.receiver
      .bodies<Told>()
      .filter(({ type, data }) => type === 'broadcast.approved' && data.broadcast === id).length;
    const twice = (await this.handsets(word)).filter((count) => count > 1).length;
    return [
      {
        name: 'killed, published after the restart',
        value: Math.max(...waits),
        unit: 'ms',
        target: { atMost: mostMs },
      },
      { name: 'killed, webhooks told', value: told, unit: '', target: { atLeast: 1, atMost: 1 } },
      { name: 'killed, phones that got it twice', value: twice, unit: '', target: { atMost: 0 } },
    ];
  }

  /** Written and submitted by one, approved by the other. @returns when the approval was asked for */
  private async approve({
    expiresAt = new Date(Date.now() + 3_600_000),
    ...more
  }: {
    expiresAt?: Date;
    [field: string]: unknown;
  }) {
    const { call, place } = this.product;
    const word = `Nummer${++this.count}slut`;
    const { id } = await call<{ id: string }>(0, 'POST', '/broadcasts', {
      audience: { places: [place] },
      lane: 'urgent',
      expiresAt: expiresAt.toISOString(),
      isPublic: true,
      texts: [{ language: 'sv', sms: `Koka vattnet. ${word}`, headline: `Koka vattnet ${word}` }],
      ...more,
    });
    await call(0, 'POST', `/broadcasts/${id}/submission`);
    const { contentHash } = await call<{ contentHash: string }>(1, 'GET', `/broadcasts/${id}`);
    const askedAt = Date.now();
    await call(1, 'POST', `/broadcasts/${id}/approval`, { contentHash });
    return { id, word, askedAt };
  }

  /** @returns for each place, after how many milliseconds it was there */
  private published(id: string, word: string, since: number): Promise<number>[] {
    const pages = [...places, `/aktuellt/${id}`, `/feeds/cap/${id}.xml`];
    return [
      ...pages.map((page) =>
        this.until(`approved: ${page.replace(id, ':id')}`, since, async () =>
          (await this.read(page)).includes(word),
        ),
      ),
      this.until('approved: webhook', since, () => this.heard('broadcast.approved', id)),
    ];
  }

  private firstText(word: string, since: number): Promise<number> {
    return this.until('approved: the first text', since, () => this.isTexted(word));
  }

  private async until(name: string, since: number, isSo: () => boolean | Promise<boolean>): Promise<number> {
    while (!(await Promise.resolve(isSo()).catch(() => false))) {
      if (Date.now() - since > patience) throw new Error(`${name}: not within ${patience} ms`);
      await pause(lookMs);
    }
    const ms = Date.now() - since;
    const samples = this.samples.get(name) ?? new Samples(name);
    this.samples.set(name, samples);
    samples.add(ms, '');
    return ms;
  }

  /** Until all texts are sent, so that the next round does not wait for them. */
  private async quiet(): Promise<void> {
    for (;;) {
      const open = await this.product.call<unknown[]>(0, 'GET', '/broadcasts?state=sending&limit=1');
      if (open.length === 0) return;
      await pause(200);
    }
  }

  private readonly read = async (page: string): Promise<string> => {
    const answer = await fetch(`${this.product.web}${page}`);
    const body = await answer.text();
    return answer.ok ? body : '';
  };

  private async tagOf(page: string): Promise<string | null> {
    const answer = await fetch(`${this.product.web}${page}`);
    await answer.arrayBuffer();
    return answer.headers.get('etag');
  }

  private async tags(): Promise<Readonly<Record<string, string | null>>> {
    return Object.fromEntries(
      await Promise.all(places.map(async (page) => [page, await this.tagOf(page)] as const)),
    );
  }

  private async isOver(id: string): Promise<boolean> {
    const { features } = JSON.parse(await this.read('/feeds/alerts.geojson')) as {
      features: { id: string; properties: { over: string | null } }[];
    };
    return features.some((feature) => feature.id === id && feature.properties.over !== null);
  }

  private heard(type: string, incident: string): boolean {
    return this.receiver.bodies<Told>().some((told) => told.type === type && told.data.incident === incident);
  }

  private async isTexted(word: string): Promise<boolean> {
    return (await this.handsets(word)).some((count) => count > 0);
  }

  /** How many times each phone got a text. */
  private async handsets(word: string): Promise<number[]> {
    const answer = await fetch(`${this.product.simulator}/handsets`);
    const all = (await answer.json()) as { received: { text: string }[] }[];
    return all.map(({ received }) => received.filter(({ text }) => text.includes(word)).length);
  }
}
