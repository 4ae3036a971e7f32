import { Global, Module } from '@nestjs/common';
import { BroadcastLedger } from '../broadcasts/broadcast-ledger.js';
import { BroadcastsModule } from '../broadcasts/broadcasts.module.js';
import { BatchesRepository } from './batches.repository.js';
import { CallOffsRepository } from './call-offs.repository.js';
import { DeliveryHolder } from './delivery-holder.js';
import { DemoOutcomesRepository } from './demo-outcomes.repository.js';
import { DisposalRepository } from './disposal.repository.js';
import { DisposeOfDeliveries } from './dispose-of-deliveries.js';
import { DoubtsRepository } from './doubts.repository.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { Ledger } from './ledger.js';
import { LedgerRepository } from './ledger.repository.js';
import { ListUnreached } from './list-unreached.js';
import { ParkedReceiptsRepository } from './parked-receipts.repository.js';
import { PersonalDeliveriesRepository } from './personal-deliveries.repository.js';
import { PrintLetterboxNotes } from './print-letterbox-notes.js';
import { ProgressFeed } from './progress-feed.js';
import { ProgressController } from './progress.controller.js';
import { ReceiptInbox } from './receipt-inbox.js';
import { ReceiptsRepository } from './receipts.repository.js';
import { ReportController } from './report.controller.js';
import { KeptSums } from './kept-sums.repository.js';
import { ReportRepository } from './report.repository.js';
import { UnreachedController } from './unreached.controller.js';
import { UnreachedRepository } from './unreached.repository.js';

/** Global for the one port it gives to the floor below. */
@Global()
@Module({
  imports: [BroadcastsModule],
  controllers: [ProgressController, ReportController, UnreachedController],
  providers: [
    BatchesRepository,
    CallOffsRepository,
    DeliveryHolder,
    DemoOutcomesRepository,
    DisposalRepository,
    DisposeOfDeliveries,
    DoubtsRepository,
    EnrolmentRepository,
    LedgerRepository,
    ListUnreached,
    ParkedReceiptsRepository,
    PersonalDeliveriesRepository,
    PrintLetterboxNotes,
    ReceiptInbox,
    ReceiptsRepository,
    KeptSums,
    ReportRepository,
    UnreachedRepository,
    ProgressFeed,
    { provide: BroadcastLedger, useClass: Ledger },
  ],
  exports: [
    BatchesRepository,
    BroadcastLedger,
    CallOffsRepository,
    DisposeOfDeliveries,
    DoubtsRepository,
    EnrolmentRepository,
    LedgerRepository,
    ParkedReceiptsRepository,
    ReceiptInbox,
    ReceiptsRepository,
  ],
})
export class DeliveriesModule {}
