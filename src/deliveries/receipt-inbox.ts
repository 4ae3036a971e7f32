import { Injectable } from '@nestjs/common';
import { Gather } from '../platform/batching/gather.js';
import { ReceiptsRepository, type Receipt } from './receipts.repository.js';

/** Where receipts go when they come: many at once are one statement. */
@Injectable()
export class ReceiptInbox {
  private readonly gather: Gather<Receipt>;

  constructor(receipts: ReceiptsRepository) {
    this.gather = new Gather((some) => receipts.keep(some));
  }

  /** Once this resolves, the receipt can't be lost. */
  keep(receipt: Receipt): Promise<void> {
    return this.gather.add(receipt);
  }
}
