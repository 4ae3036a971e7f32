import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import {
  EndpointChangedMeanwhile,
  mostEndpoints,
  requireAddress,
  TooManyEndpoints,
  type Endpoint,
} from './endpoint.js';
import { WebhookDeliveries } from './webhook-deliveries.repository.js';
import { WebhookEndpoints } from './webhook-endpoints.repository.js';
import { newSecret, sealSecret } from './webhook-secret.js';

/** What staff write of an endpoint. */
export interface EndpointFields extends Pick<
  Endpoint,
  'address' | 'description' | 'events' | 'includeUnpublished'
> {
  readonly active: boolean;
}

/** Adds, changes and removes endpoints. */
@Injectable()
export class KeepEndpoints {
  constructor(
    private readonly db: DataSource,
    private readonly endpoints: WebhookEndpoints,
    private readonly deliveries: WebhookDeliveries,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns with the secret, which is not shown again
   * @throws webhook.too-many-endpoints, and what {@link requireAddress} throws
   */
  async add({ active, ...fields }: EndpointFields, member: Member) {
    requireAddress(fields.address, this.config.get('WEBHOOK_ALLOWED_HOSTS'));
    const id = newId();
    const secret = newSecret();
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      if ((await this.endpoints.holdNumber(tx)) >= mostEndpoints)
        throw TooManyEndpoints({ most: mostEndpoints });
      const sealed = {
        secret: sealSecret(secret, id, this.config.get('SECRET_KEY')),
        previousSecret: undefined,
      };
      const activeSince = active ? now : undefined;
      await this.endpoints.add(
        { id, ...fields, activeSince, goneAt: undefined, createdAt: now, ...sealed },
        tx,
      );
      const detail = told({ active, ...fields });
      await this.audit.record({ memberId: member.id, action: 'webhook.add', subject: id, detail }, tx);
    });
    return { id, secret };
  }

  /**
   * What waits for an endpoint that is switched off is not sent. Switched on again, it gets what happens from then on.
   *
   * @param version that the change is based on
   * @throws webhook.not-found, webhook.changed-meanwhile, and what {@link requireAddress} throws
   */
  async change(id: string, version: number, { active, ...fields }: EndpointFields, member: Member) {
    requireAddress(fields.address, this.config.get('WEBHOOK_ALLOWED_HOSTS'));
    await this.db.transaction(async (tx) => {
      const before = await this.endpoints.get(id, tx);
      if (before.version !== version) throw EndpointChangedMeanwhile();
      const activeSince = active ? (before.activeSince ?? this.clock.now()) : undefined;
      const goneAt = active ? undefined : before.goneAt;
      await this.endpoints.change(before, { ...fields, activeSince, goneAt }, tx);
      if (!active) await this.deliveries.abandon(id, 'switched-off', tx);
      const detail = told({ active, ...fields });
      await this.audit.record({ memberId: member.id, action: 'webhook.change', subject: id, detail }, tx);
    });
  }

  /** With its log. @throws webhook.not-found */
  async remove(id: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { address } = await this.endpoints.get(id, tx);
      await this.endpoints.remove(id, tx);
      const detail = { host: new URL(address).host };
      await this.audit.record({ memberId: member.id, action: 'webhook.remove', subject: id, detail }, tx);
    });
  }
}

/** The audit log has the host alone: the rest of an address may be a secret. */
const told = ({ address, ...fields }: EndpointFields) => ({ ...fields, host: new URL(address).host });
