import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Wakeable } from '../../dispatch/sending/wakeable.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { Doorbell } from '../../platform/queue/doorbell.js';
import { DeliverWebhooks } from './deliver-webhooks.js';
import { webhookLogEvents } from './log-events.js';
import { WebhookDeliveries } from './webhook-deliveries.repository.js';

/** Its rings carry the id of an endpoint. */
export const webhookBell = 'webhooks';

/**
 * The part of a worker that tells other systems. What is due stands in the database. A ring only says that it is due
 * now; every second each worker looks by itself, so a lost ring or a dead queue loses nothing.
 */
@Injectable()
export class WebhookWork implements BeforeApplicationShutdown {
  private readonly log = new Log('webhooks', webhookLogEvents);
  private stopping = false;
  private readonly sleeps = new Set<Wakeable>();
  private running: Promise<void>[] = [];

  constructor(
    private readonly deliveries: WebhookDeliveries,
    private readonly deliver: DeliverWebhooks,
    private readonly doorbell: Doorbell,
    private readonly config: Config,
  ) {}

  start(): void {
    this.doorbell.answer(webhookBell, ({ endpoint }) => {
      if (typeof endpoint === 'string') this.deliver.wake(endpoint);
      return Promise.resolve();
    });
    this.running = [
      this.every(1000, () => this.sweep()),
      this.every(3_600_000, () => this.deliveries.dispose(this.config.get('WEBHOOK_LOG_DAYS'))),
    ];
  }

  /** Queues what has happened, and sends what is due. */
  async sweep(): Promise<void> {
    await this.deliveries.queue();
    const due = await this.deliveries.due();
    for (const endpoint of due) this.deliver.wake(endpoint);
    // Another worker may have more time for it.
    await Promise.all(due.map((endpoint) => this.doorbell.ring(webhookBell, { endpoint })));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const sleep of this.sleeps) sleep.ring();
    await Promise.all([...this.running, this.deliver.stop()]);
  }

  private async every(ms: number, work: () => Promise<unknown>): Promise<void> {
    const sleep = new Wakeable();
    this.sleeps.add(sleep);
    while (!this.stopping) {
      await work().catch((err: unknown) => this.log.write('webhook.error', { err }));
      await sleep.wait(ms);
    }
  }
}
