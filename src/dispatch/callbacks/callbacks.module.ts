import { Module } from '@nestjs/common';
import { BroadcastsModule } from '../../broadcasts/broadcasts.module.js';
import { AnswerKey } from './answer-key.js';
import { ReceiptRoutes } from './receipt-routes.js';
import { DeliveriesModule } from '../../deliveries/deliveries.module.js';

/**
 * The meaning of a callback, independent of the provider. The providers' folders verify and read it, and write the
 * answer.
 */
@Module({
  imports: [BroadcastsModule, DeliveriesModule],
  providers: [AnswerKey, ReceiptRoutes],
  exports: [AnswerKey, ReceiptRoutes],
})
export class CallbacksModule {}
