import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { WebhookEndpoints } from './webhook-endpoints.repository.js';
import { newSecret, sealSecret } from './webhook-secret.js';

/** Exchanges the secret of an endpoint. The old one signs too until it is dropped, so that no message is refused. */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly db: DataSource,
    private readonly endpoints: WebhookEndpoints,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * A secret from before the old one is dropped at once.
   *
   * @returns the new one, which is not shown again
   * @throws webhook.not-found, webhook.changed-meanwhile
   */
  async rotate(id: string, member: Member): Promise<string> {
    const fresh = newSecret();
    await this.db.transaction(async (tx) => {
      const endpoint = await this.endpoints.get(id, tx);
      const secret = sealSecret(fresh, id, this.config.get('SECRET_KEY'));
      await this.endpoints.change(endpoint, { secret, previousSecret: endpoint.secret }, tx);
      await this.audit.record({ memberId: member.id, action: 'webhook.rotate', subject: id }, tx);
    });
    return fresh;
  }

  /** Drops the old one. @throws webhook.not-found, webhook.changed-meanwhile */
  async dropPrevious(id: string, member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const endpoint = await this.endpoints.get(id, tx);
      if (!endpoint.previousSecret) return;
      await this.endpoints.change(endpoint, { previousSecret: undefined }, tx);
      await this.audit.record({ memberId: member.id, action: 'webhook.drop-secret', subject: id }, tx);
    });
  }
}
