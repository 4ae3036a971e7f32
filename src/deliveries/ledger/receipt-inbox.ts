import { Injectable } from '@nestjs/common';
import { Gather } from '../../platform/batching/gather.js';
import { ReceiptsRepository, type Receipt } from './receipts.repository.js';

/**
 * Maximum receipts per set: large enough to make writing cheap, small enough that a statement can take some tens of
 * sets.
 */
const maxBatch = 50;

/** Collects incoming receipts: receipts that arrive together are one set, written and later applied as one. */
@Injectable()
export class ReceiptInbox {
  private readonly gather: Gather<Receipt>;

  constructor(receipts: ReceiptsRepository) {
    this.gather = new Gather((some) => receipts.keep(some), maxBatch);
  }

  /** When this resolves, the receipt can't be lost. */
  keep(receipt: Receipt): Promise<void> {
    return this.gather.add(receipt);
  }
}
