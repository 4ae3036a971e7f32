import { Module } from '@nestjs/common';
import { BroadcastsModule } from '../../broadcasts/broadcasts.module.js';
import { AnswerKey } from './answer-key.js';
import { ReceiptRoutes } from './receipt-routes.js';

/** What a callback means, whichever provider's it is. The rooms of providers check and read it, and write the answer. */
@Module({
  imports: [BroadcastsModule],
  providers: [AnswerKey, ReceiptRoutes],
  exports: [AnswerKey, ReceiptRoutes],
})
export class CallbacksModule {}
