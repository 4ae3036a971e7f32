import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReceiptsRepository } from '../deliveries/receipts.repository.js';
import { AfterFailure } from './after-failure.js';

/** Sets of receipts: at most two thousand receipts. */
const atOnce = 40;

/** Takes receipts out of the inbox and into the ledger, together with what follows from them. */
@Injectable()
export class ApplyReceipts {
  constructor(
    private readonly db: DataSource,
    private readonly receipts: ReceiptsRepository,
    private readonly afterFailure: AfterFailure,
  ) {}

  /** @returns whether there may be more */
  async run(): Promise<boolean> {
    return this.db.transaction(async (db) => {
      const { taken, failures } = await this.receipts.apply(atOnce, db);
      await this.afterFailure.run(failures, db);
      return taken === atOnce;
    });
  }
}
