import { Module } from '@nestjs/common';
import { BroadcastsModule } from '../broadcasts/broadcasts.module.js';
import { BatchesRepository } from './ledger/batches.repository.js';
import { CallOffsRepository } from './ledger/call-offs.repository.js';
import { DeliveryPersonalData } from './disposal/delivery-personal-data.js';
import { DemoOutcomesRepository } from './ledger/demo-outcomes.repository.js';
import { DisposalRepository } from './disposal/disposal.repository.js';
import { DisposeOfDeliveries } from './disposal/dispose-of-deliveries.js';
import { DoubtsRepository } from './ledger/doubts.repository.js';
import { EnrolmentRepository } from './ledger/enrolment.repository.js';
import { Ledger } from './ledger.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { ListUnreached } from './report/list-unreached.js';
import { ParkedReceiptsRepository } from './ledger/parked-receipts.repository.js';
import { PersonalDeliveriesRepository } from './disposal/personal-deliveries.repository.js';
import { PrintLetterboxNotes } from './letterbox/print-letterbox-notes.js';
import { ProgressFeed } from './report/progress-feed.js';
import { ProgressController } from './report/progress.controller.js';
import { ReceiptInbox } from './ledger/receipt-inbox.js';
import { ReceiptsRepository } from './ledger/receipts.repository.js';
import { ReportController } from './report/report.controller.js';
import { KeptSums } from './ledger/kept-sums.repository.js';
import { OutcomesByPart } from './report/outcomes-by-part.repository.js';
import { CorrectionsRepository } from './report/corrections.repository.js';
import { ReportRepository } from './report/report.repository.js';
import { StartRepository } from './ledger/start.repository.js';
import { UnreachedController } from './report/unreached.controller.js';
import { UnreachedRepository } from './report/unreached.repository.js';
import { PersonalDataModule } from '../personal-data/personal-data.module.js';
import { StaffModule } from '../staff/staff.module.js';

/**
 * The ledger: who should be reached, and the outcome of each message. Also reports, letterbox notes and disposal.
 *
 * Owns `delivery`, `delivery_event`, `delivery_batch`, `receipt_inbox` and the sums of them. Guarantees one delivery
 * for each phone, channel and broadcast, and a report that adds up at every moment.
 */
@Module({
  imports: [BroadcastsModule, PersonalDataModule, StaffModule],
  controllers: [ProgressController, ReportController, UnreachedController],
  providers: [
    BatchesRepository,
    CallOffsRepository,
    DeliveryPersonalData,
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
    OutcomesByPart,
    CorrectionsRepository,
    ReportRepository,
    StartRepository,
    UnreachedRepository,
    ProgressFeed,
    Ledger,
  ],
  exports: [
    BatchesRepository,
    CallOffsRepository,
    DisposeOfDeliveries,
    DoubtsRepository,
    EnrolmentRepository,
    Ledger,
    LedgerRepository,
    ParkedReceiptsRepository,
    ReceiptInbox,
    ReceiptsRepository,
  ],
})
export class DeliveriesModule {}
