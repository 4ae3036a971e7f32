import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { AuditLog } from '../../staff/audit-log.js';
import { AtOnce } from '../tries/at-once.js';
import { webhookLogEvents } from './log-events.js';
import { PostWebhook, type Posted } from './post-webhook.js';
import { waitAfter } from './retries.js';
import { signedHeaders } from './sign.js';
import { WebhookDeliveries, type Claimed } from './webhook-deliveries.repository.js';
import type { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { WebhookEndpoints } from './webhook-endpoints.repository.js';
import { openSecret } from './webhook-secret.js';
import { WriteBody } from './write-body.js';

/** What an endpoint answered, and after how many milliseconds. */
type Timed<Kind extends Posted['kind']> = Posted & { readonly kind: Kind } & { readonly took: number };

/** Requests at the same time to one endpoint, from one worker. */
const atOnce = 2;

/**
 * Sends what is due to endpoints. Each has its own requests, so a dead or slow one delays nobody else. What a crash
 * leaves half done is sent again, with the same id.
 */
@Injectable()
export class DeliverWebhooks {
  private readonly log = new Log('webhooks', webhookLogEvents);
  private readonly stopping = new AbortController();
  private readonly under = new AtOnce(
    atOnce,
    (endpoint) => this.run(endpoint),
    (endpoint, err) => this.log.write('webhook.error', { endpoint, err }),
  );

  constructor(
    private readonly db: DataSource,
    private readonly endpoints: WebhookEndpoints,
    private readonly deliveries: WebhookDeliveries,
    private readonly bodies: WriteBody,
    private readonly post: PostWebhook,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /** Sends what is due to an endpoint, if not enough requests to it are under way. Returns at once; never throws. */
  wake(endpointId: string): void {
    if (!this.stopping.signal.aborted) this.under.wake(endpointId);
  }

  /** Sends what is due to an endpoint, one after the other. */
  async run(endpointId: string): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const claimed = await this.deliveries.claim(endpointId);
      if (!claimed) return;
      await this.try(claimed);
    }
  }

  /** Ends all requests. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.under.idle();
  }

  private async try(claimed: Claimed): Promise<void> {
    const endpoint = await this.endpoints.find(claimed.endpointId);
    // It was removed or switched off meanwhile, and what waited for it with it.
    if (!endpoint?.activeSince) return;
    const began = performance.now();
    const answered = await this.send(endpoint, claimed).catch(async (err: unknown) => {
      if (!this.stopping.signal.aborted) throw err;
      await this.deliveries.giveBack(claimed);
    });
    if (!answered) return;
    const posted = { ...answered, took: Math.round(performance.now() - began) };
    if (posted.kind === 'delivered') await this.deliveries.delivered(claimed, posted);
    else if (posted.kind === 'gone') await this.switchOff(endpoint, claimed, posted);
    else await this.failed(claimed, posted);
  }

  private async send(endpoint: WebhookEndpointEntity, claimed: Claimed): Promise<Posted> {
    const secrets = this.secretsOf(endpoint);
    if (!secrets) return { kind: 'failed', reason: 'secret-unreadable' };
    const body = await this.bodyOf(claimed);
    if (body === undefined) return { kind: 'failed', reason: 'not-written' };
    const headers = signedHeaders({ id: claimed.id, at: claimed.triedAt, body }, secrets);
    return this.post.run(endpoint.address, headers, body, this.stopping.signal);
  }

  /** Undefined if it could not be written. */
  private async bodyOf(claimed: Claimed): Promise<string | undefined> {
    if (claimed.body !== null) return claimed.body;
    try {
      return await this.deliveries.keepBody(claimed.id, await this.bodies.run(claimed));
    } catch (err) {
      this.log.write('webhook.error', { delivery: claimed.id, err });
      return undefined;
    }
  }

  /** Undefined if SECRET_KEY was changed since they were made. */
  private secretsOf({ id, secret, previousSecret }: WebhookEndpointEntity): string[] | undefined {
    const key = this.config.get('SECRET_KEY');
    const current = openSecret(secret, id, key);
    if (current === undefined) {
      this.log.write('webhook.secret-unreadable', { endpoint: id });
      return undefined;
    }
    const previous = previousSecret && openSecret(previousSecret, id, key);
    return previous === undefined ? [current] : [current, previous];
  }

  private async failed(claimed: Claimed, { status, reason, took, wait: asked }: Timed<'failed'>) {
    const wait = waitAfter(claimed.tries, asked);
    await this.deliveries.failed(claimed, { status, reason, took }, wait);
    if (wait !== undefined) return;
    const { id: delivery, endpointId: endpoint, tries } = claimed;
    this.log.write('webhook.given-up', { endpoint, delivery, tries, status, reason });
  }

  /** 410 says that it will never want anything again. */
  private async switchOff({ id }: WebhookEndpointEntity, claimed: Claimed, { status, took }: Timed<'gone'>) {
    await this.deliveries.failed(claimed, { status, reason: 'gone', took }, undefined);
    await this.db.transaction(async (tx) => {
      if (!(await this.endpoints.switchOffAsGone(id, tx))) return;
      await this.deliveries.abandon(id, 'gone', tx);
      await this.audit.record({ action: 'webhook.gone', subject: id }, tx);
    });
    this.log.write('webhook.gone', { endpoint: id });
  }
}
