import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ParkedReceiptsRepository } from '../../deliveries/ledger/parked-receipts.repository.js';
import { ReceiptsRepository } from '../../deliveries/ledger/receipts.repository.js';
import { Log } from '../../platform/logging/log.js';
import { FailureConsequences } from '../sending/failure-consequences.js';
import { dispatchEvents } from '../log-events.js';
import { passesByItself } from './passes-by-itself.js';
import { reasonOf } from '../../platform/processes/reason-of.js';

/** Sets of receipts per run: at most two thousand receipts. */
const atOnce = 40;
/** Parked receipts per run. */
const parkedAtOnce = 100;

/** Moves receipts from the inbox into the ledger, together with their consequences. */
@Injectable()
export class ApplyReceipts {
  private readonly log = new Log('receipts', dispatchEvents);

  constructor(
    private readonly db: DataSource,
    private readonly receipts: ReceiptsRepository,
    private readonly consequences: FailureConsequences,
    private readonly parked: ParkedReceiptsRepository,
  ) {}

  /** @returns whether there may be more */
  async run(): Promise<boolean> {
    try {
      return (await this.apply(atOnce)) === atOnce;
    } catch (error) {
      if (passesByItself(error)) throw error;
      this.log.write('receipts.not-applied', { err: error });
      await this.applyOneByOne();
      return true;
    }
  }

  /**
   * Tries parked receipts again, each in its own transaction. The cause may have been fixed, and one that still fails
   * must not block the others.
   *
   * @returns whether there may be more
   */
  async tryParked(): Promise<boolean> {
    const due = await this.parked.due(parkedAtOnce);
    for (const id of due)
      try {
        await this.db.transaction(async (tx) => {
          const set = await this.parked.takeBack(id, tx);
          if (set !== undefined) await this.applyWithin(tx, 1, set);
        });
      } catch (error) {
        // If the database is unavailable, this throws too: they are tried again when it is back.
        await this.parked.putOff(id, reasonOf(error));
        this.log.write('receipt.still-parked', { err: error });
      }
    return due.length === parkedAtOnce;
  }

  private apply(limit: number, only?: string): Promise<number> {
    return this.db.transaction((tx) => this.applyWithin(tx, limit, only));
  }

  private async applyWithin(tx: EntityManager, limit: number, only?: string): Promise<number> {
    const { taken, failures } = await this.receipts.apply(limit, tx, only);
    await this.consequences.run(failures, tx);
    return taken;
  }

  /** Finds the receipts that can't be applied: a set of several is split, and a single receipt is parked. */
  private async applyOneByOne(): Promise<void> {
    for (const { id, receipts } of await this.parked.next(atOnce))
      try {
        await this.apply(1, id);
      } catch (error) {
        if (passesByItself(error)) throw error;
        if (receipts > 1) await this.parked.split(id);
        else {
          this.log.write('receipt.parked', { err: error });
          await this.parked.park(id, reasonOf(error));
        }
      }
  }
}
