import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../../directory/directory.module.js';
import { TopicsModule } from '../../../topics/topics.module.js';
import { CallbacksModule } from '../../callbacks/callbacks.module.js';
import { ReceiptCallbacks } from './receipt-callbacks.js';
import { TwilioCallbacksController } from './twilio-callbacks.controller.js';
import { TwilioReasonWords } from './twilio-reason-words.js';

/**
 * What comes from Twilio: receipts, keys, texts, and the meaning of its codes. What goes to Twilio is in
 * `twilio-room.ts`.
 */
@Module({
  imports: [CallbacksModule, DirectoryModule, TopicsModule],
  controllers: [TwilioCallbacksController],
  providers: [ReceiptCallbacks, TwilioReasonWords],
})
export class TwilioModule {}
