import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EndpointChangedMeanwhile, NoSuchEndpoint } from './endpoint.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';

/** TypeORM leaves out a column that is `undefined`, and empties one that is `null`. */
const clearing = <T extends object>(columns: T): T =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? null])) as T;

/** All statements on the endpoints. */
@Injectable()
export class WebhookEndpoints {
  constructor(private readonly db: DataSource) {}

  /** By the time they were made. */
  list(tx: EntityManager = this.db.manager): Promise<WebhookEndpointEntity[]> {
    return tx.find(WebhookEndpointEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async find(id: string): Promise<WebhookEndpointEntity | undefined> {
    return (await this.db.manager.findOneBy(WebhookEndpointEntity, { id })) ?? undefined;
  }

  /** @throws webhook.not-found */
  async get(id: string, tx: EntityManager = this.db.manager): Promise<WebhookEndpointEntity> {
    const found = await tx.findOneBy(WebhookEndpointEntity, { id });
    if (!found) throw NoSuchEndpoint();
    return found;
  }

  /** Locks their number until the transaction ends. */
  async holdNumber(tx: EntityManager): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.webhook-endpoints'))`);
    return tx.count(WebhookEndpointEntity);
  }

  async add(endpoint: Omit<WebhookEndpointEntity, 'version'>, tx: EntityManager): Promise<void> {
    await tx.insert(WebhookEndpointEntity, endpoint);
  }

  /**
   * @param version that the change is based on
   * @throws webhook.changed-meanwhile
   */
  async change(
    { id, version }: Pick<WebhookEndpointEntity, 'id' | 'version'>,
    change: Partial<WebhookEndpointEntity>,
    tx: EntityManager,
  ): Promise<void> {
    const { affected } = await tx.update(WebhookEndpointEntity, { id, version }, clearing(change));
    if (affected !== 1) throw EndpointChangedMeanwhile();
  }

  /** With its log. */
  async remove(id: string, tx: EntityManager): Promise<void> {
    await tx.delete(WebhookEndpointEntity, { id });
  }

  /** @returns false if it was off already */
  async switchOffAsGone(id: string, tx: EntityManager): Promise<boolean> {
    const off = await tx.query<unknown[]>(
      `WITH off AS (
         UPDATE webhook_endpoint SET active_since = NULL, gone_at = now(), version = version + 1
         WHERE id = $1 AND active_since IS NOT NULL RETURNING id)
       SELECT id FROM off`,
      [id],
    );
    return off.length === 1;
  }
}
