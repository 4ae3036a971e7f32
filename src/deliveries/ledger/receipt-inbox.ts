import { Injectable } from '@nestjs/common';
import { Gather } from '../../platform/batching/gather.js';
import { ReceiptsRepository, type Receipt } from './receipts.repository.js';

/** Receipts a set: so many that writing one costs little, so few that a statement takes some tens of sets at once. */
const maxBatch = 50;

/** Where receipts go when they come: many at once are one set, written and later taken as one. */
@Injectable()
export class ReceiptInbox {
  private readonly gather: Gather<Receipt>;

  constructor(receipts: ReceiptsRepository) {
    this.gather = new Gather((some) => receipts.keep(some), maxBatch);
  }

  /** Once this resolves, the receipt can't be lost. */
  keep(receipt: Receipt): Promise<void> {
    return this.gather.add(receipt);
  }
}
