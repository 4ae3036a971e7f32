import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { Doorbell } from '../../platform/queue/doorbell.js';
import { Rounds } from '../tries/rounds.js';
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
  private readonly rounds = new Rounds((err) => this.log.write('webhook.error', { err }));

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
    this.rounds.every(1000, () => this.sweep());
    this.rounds.every(3_600_000, () => this.deliveries.dispose(this.config.get('WEBHOOK_LOG_DAYS')));
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
    await Promise.all([this.rounds.stop(), this.deliver.stop()]);
  }
}
