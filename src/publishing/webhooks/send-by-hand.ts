import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { refusal } from '../../kernel/refusal.js';
import { Doorbell } from '../../platform/queue/doorbell.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { EndpointOff } from './endpoint.js';
import { WebhookDeliveries } from './webhook-deliveries.repository.js';
import { WebhookEndpoints } from './webhook-endpoints.repository.js';
import { webhookBell } from './webhook-work.js';

const NotInLog = refusal('webhook.not-in-log', 'conflict', {
  sv: 'Meddelandet väntar redan på att skickas, eller finns inte längre i loggen.',
  en: 'The message is waiting to be sent already, or is no longer in the log.',
});

/** Sends a test to an endpoint, or a message of its log once more. */
@Injectable()
export class SendByHand {
  constructor(
    private readonly db: DataSource,
    private readonly endpoints: WebhookEndpoints,
    private readonly deliveries: WebhookDeliveries,
    private readonly audit: AuditLog,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** @throws webhook.not-found, webhook.endpoint-off */
  test(id: string, member: Member): Promise<void> {
    return this.send(id, { action: 'webhook.test', member }, (tx) =>
      this.deliveries.addTest(id, this.clock.now(), tx),
    );
  }

  /** With the id that it had: a receiver that has it does nothing. @throws webhook.not-in-log, and as {@link test} */
  replay(id: string, delivery: string, member: Member): Promise<void> {
    return this.send(id, { action: 'webhook.replay', member, detail: { delivery } }, async (tx) => {
      if (!(await this.deliveries.replay(delivery, id, tx))) throw NotInLog();
    });
  }

  private async send(
    endpoint: string,
    { member, ...entry }: { action: string; member: Member; detail?: Record<string, unknown> },
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { activeSince } = await this.endpoints.get(endpoint, tx);
      if (!activeSince) throw EndpointOff();
      await change(tx);
      await this.audit.record({ ...entry, memberId: member.id, subject: endpoint }, tx);
    });
    await this.doorbell.ring(webhookBell, { endpoint });
  }
}
