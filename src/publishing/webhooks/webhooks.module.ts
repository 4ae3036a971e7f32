import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BroadcastsModule } from '../../broadcasts/broadcasts.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { PublishingModule } from '../publishing.module.js';
import { DeliverWebhooks } from './deliver-webhooks.js';
import { KeepEndpoints } from './keep-endpoints.js';
import { PostWebhook } from './post-webhook.js';
import { RotateSecret } from './rotate-secret.js';
import { SendByHand } from './send-by-hand.js';
import { WebhookDeliveries } from './webhook-deliveries.repository.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { WebhookEndpoints } from './webhook-endpoints.repository.js';
import { WebhookWork } from './webhook-work.js';
import { WebhooksController } from './webhooks.controller.js';
import { WriteBody } from './write-body.js';

/**
 * Tells other systems what happens to broadcasts, as Standard Webhooks have it (ADR 62).
 *
 * Owns `webhook_endpoint` and `webhook_delivery`. Guarantees that each event is queued once for each endpoint, that its
 * id and body are the same at each try, that no endpoint delays another, and that no request reaches the own network.
 *
 *     broadcast_event → webhook_delivery → try → delivered
 *                                          └ wait (Retry-After, up to ten tries) → failed
 */
@Module({
  imports: [
    BroadcastsModule,
    PublishingModule,
    StaffModule,
    TypeOrmModule.forFeature([WebhookDeliveryEntity, WebhookEndpointEntity]),
  ],
  controllers: [WebhooksController],
  providers: [
    DeliverWebhooks,
    KeepEndpoints,
    PostWebhook,
    RotateSecret,
    SendByHand,
    WebhookDeliveries,
    WebhookEndpoints,
    WebhookWork,
    WriteBody,
  ],
})
export class WebhooksModule {}
