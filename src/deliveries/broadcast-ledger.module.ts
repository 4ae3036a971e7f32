import { Global, Module } from '@nestjs/common';
import { BroadcastLedger } from '../broadcasts/broadcast-ledger.js';
import { DeliveriesModule } from './deliveries.module.js';
import { Ledger } from './ledger.js';

/** The ledger as the port that broadcasts, a floor below, declares. Global: a lower floor can't import a higher one. */
@Global()
@Module({
  imports: [DeliveriesModule],
  providers: [{ provide: BroadcastLedger, useExisting: Ledger }],
  exports: [BroadcastLedger],
})
export class BroadcastLedgerModule {}
