import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Broadcast } from '../../src/broadcasts/broadcast.js';
import { BroadcastEvents } from '../../src/broadcasts/broadcast-events.repository.js';
import { BroadcastsRepository } from '../../src/broadcasts/broadcasts.repository.js';
import { BatchesRepository } from '../../src/deliveries/ledger/batches.repository.js';
import { CallOffsRepository } from '../../src/deliveries/ledger/call-offs.repository.js';
import type { Channel } from '../../src/kernel/channel.js';
import type { ClaimedBatch } from '../../src/deliveries/delivery.js';
import { newTokens } from '../../src/deliveries/delivery-token.js';
import { DoubtsRepository } from '../../src/deliveries/ledger/doubts.repository.js';
import { EnrolmentRepository } from '../../src/deliveries/ledger/enrolment.repository.js';
import { KeptSums } from '../../src/deliveries/ledger/kept-sums.repository.js';
import { LedgerRepository } from '../../src/deliveries/ledger/ledger.repository.js';
import { ReceiptsRepository } from '../../src/deliveries/ledger/receipts.repository.js';
import { ReportRepository } from '../../src/deliveries/report/report.repository.js';
import { writeReport } from '../../src/deliveries/report/report.js';
import { SystemClock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { openTestDatabase } from './database.js';
import { fictionLandline, fictionMobile } from './fiction-phones.js';
import { Scene } from './scene.js';

/** A row of the ledger. */
export interface LedgerRow {
  n: number;
  phone: string;
  channel: Channel;
  status: string;
  reason: string | null;
  attempts: number;
  token: string | null;
  provider_ref: string | null;
  resent: boolean;
}

/** The ledger alone, on an empty database: repositories, and broadcasts that are enrolled and may be sent. */
export class TestLedger {
  readonly scene: Scene;
  readonly broadcasts: BroadcastsRepository;
  readonly enrolment: EnrolmentRepository;
  readonly batches: BatchesRepository;
  readonly ledger: LedgerRepository;
  readonly doubts: DoubtsRepository;
  readonly receipts: ReceiptsRepository;
  readonly callOffs: CallOffsRepository;
  readonly reports: ReportRepository;

  private constructor(readonly db: DataSource) {
    this.scene = new Scene(db);
    this.broadcasts = new BroadcastsRepository(db, new BroadcastEvents(db, new SystemClock()));
    this.enrolment = new EnrolmentRepository(db);
    this.batches = new BatchesRepository(db);
    this.ledger = new LedgerRepository(db);
    this.doubts = new DoubtsRepository(db);
    this.receipts = new ReceiptsRepository(db);
    this.callOffs = new CallOffsRepository(db);
    this.reports = new ReportRepository(db, new KeptSums(db));
  }

  static async open(): Promise<TestLedger> {
    Logger.overrideLogger(false);
    return new TestLedger(await openTestDatabase());
  }

  close = (): Promise<void> => this.db.destroy();

  /** Writes and enrols an approved broadcast to some mobiles (at most 95) and landlines (at most 280). */
  async approved(
    { mobiles = 0, landlines = 0 }: { mobiles?: number; landlines?: number },
    more: Partial<Broadcast> = {},
  ): Promise<Broadcast> {
    const area = await this.scene.area(newId(), { x: 0, y: 0, side: 100 });
    const address = await this.scene.address(newId(), { x: 10, y: 10 });
    for (let n = 0; n < mobiles; n++) await address.phone(fictionMobile(n));
    for (let n = 0; n < landlines; n++) await address.phone(fictionLandline(n), { kind: 'landline' });
    await this.db.query('INSERT INTO address_place (place_id, address_id) VALUES ($1, $2)', [
      area,
      address.id,
    ]);
    const createdAt = more.createdAt ?? new Date();
    const broadcast: Broadcast = {
      id: newId(createdAt),
      kind: 'alert',
      state: 'approved',
      lane: 'urgent',
      exercise: false,
      channels: 'both',
      audience: { places: [area] },
      audienceName: 'Örnäset',
      texts: [{ language: 'sv', sms: 'Koka vattnet.', segments: 1 }],
      expiresAt: new Date(Date.now() + 3_600_000),
      createdAt,
      authors: [],
      version: 1,
      ...more,
    };
    await this.db.transaction(async (tx) => {
      await this.broadcasts.insert(broadcast, tx);
      await this.enrolment.enrol(broadcast, tx);
    });
    return broadcast;
  }

  /** Changes the state as a person does. @returns false if it was in none of the states `from` */
  async moveByHand(
    id: string,
    from: readonly Broadcast['state'][],
    to: Broadcast['state'],
  ): Promise<boolean> {
    const [, moved] = await this.db.query<[unknown, number]>(
      'UPDATE broadcast SET state = $3, version = version + 1 WHERE id = $1 AND state = ANY($2)',
      [id, from, to],
    );
    return moved === 1;
  }

  /** Marks deliveries of a batch as `sending` (all, if `ns` is left out). @returns the tokens by delivery number */
  async startSending(
    batch: ClaimedBatch,
    ns: readonly number[] = batch.planned.map(({ n }) => n),
  ): Promise<Map<number, string>> {
    const attempts = ns.map((n) => ({ n, token: newTokens(1)[0]! }));
    const outgoing = await this.batches.startSending(batch, attempts, {
      address: 'LuleaKommun',
      provider: 'simulator',
    });
    return new Map(outgoing.map(({ n, token }) => [n, token]));
  }

  /** Ends the leases of a broadcast's batches, as if their workers had been silent for longer. */
  async leaseRunsOut({ id }: Pick<Broadcast, 'id'>): Promise<void> {
    await this.db.query(
      `UPDATE delivery_batch SET lease_until = now() - interval '1 second' WHERE broadcast_id = $1 AND worker IS NOT NULL`,
      [id],
    );
  }

  rows({ id }: Pick<Broadcast, 'id'>): Promise<LedgerRow[]> {
    return this.db.query(
      `SELECT n, phone, channel, status, reason, attempts, token, provider_ref, resent FROM delivery
       WHERE broadcast_id = $1 ORDER BY n`,
      [id],
    );
  }

  async statuses(broadcast: Pick<Broadcast, 'id'>): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { status } of await this.rows(broadcast)) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  batchesOf({ id }: Pick<Broadcast, 'id'>): Promise<{ ns: number[]; worker: string | null; due: boolean }[]> {
    return this.db.query(
      'SELECT ns, worker, due_at <= now() AS due FROM delivery_batch WHERE broadcast_id = $1 ORDER BY id',
      [id],
    );
  }

  async report(broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience'>) {
    return writeReport(broadcast, await this.reports.counts(broadcast.id));
  }
}
