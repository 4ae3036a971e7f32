import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Broadcast } from '../broadcasts/broadcast.js';
import type { AreaAudience } from '../audiences/audience.js';
import { tariffOf } from '../audiences/tariff.js';
import {
  BroadcastLedger,
  type LedgerProgress,
  type PartOutcome,
  type PhonesReached,
  type Report,
} from '../broadcasts/broadcast-ledger.js';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { Doorbell } from '../platform/queue/doorbell.js';
import { accountOf, paceOf } from './report/account.js';
import { EnrolmentRepository } from './ledger/enrolment.repository.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { StartRepository } from './ledger/start.repository.js';
import { CorrectionsRepository } from './report/corrections.repository.js';
import { OutcomesByPart } from './report/outcomes-by-part.repository.js';
import { ReportRepository } from './report/report.repository.js';
import { writeReport } from './report/report.js';

/** The ledger, as the broadcasts module sees it. */
@Injectable()
export class Ledger extends BroadcastLedger {
  constructor(
    private readonly enrolment: EnrolmentRepository,
    private readonly starts: StartRepository,
    private readonly deliveries: LedgerRepository,
    private readonly reports: ReportRepository,
    private readonly parts: OutcomesByPart,
    private readonly corrections: CorrectionsRepository,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  enrol(broadcast: Broadcast, tx: EntityManager): Promise<number> {
    return this.enrolment.enrol(broadcast, tx);
  }

  forget(broadcastId: string, tx: EntityManager): Promise<void> {
    return this.starts.forget(broadcastId, tx);
  }

  prepareStart(broadcastId: string, tx: EntityManager): Promise<void> {
    return this.starts.leaveOutQuarantined(broadcastId, tx);
  }

  withdraw(broadcastId: string, tx: EntityManager): Promise<void> {
    return this.deliveries.close(broadcastId, 'cancelled', tx);
  }

  async report(broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience'>): Promise<Report> {
    return writeReport(broadcast, await this.reports.counts(broadcast.id));
  }

  async progress(
    broadcast: Pick<Broadcast, 'id' | 'kind' | 'audience' | 'state' | 'startedAt'>,
  ): Promise<LedgerProgress> {
    const counts = await this.reports.counts(broadcast.id);
    return {
      report: writeReport(broadcast, counts),
      account: accountOf(broadcast, counts, tariffOf(this.config, broadcast.audience)),
      pace: paceOf(broadcast, counts, this.clock.now()),
    };
  }

  phonesOf(broadcastIds: readonly string[]): Promise<PhonesReached | undefined> {
    return this.reports.phonesOf(broadcastIds);
  }

  uncorrected(root: string): Promise<number | undefined> {
    return this.corrections.uncorrected(root);
  }

  outcomesByPart(broadcastId: string, audience: AreaAudience): Promise<readonly PartOutcome[]> {
    return this.parts.of(broadcastId, audience);
  }

  percents(broadcastIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.reports.percents(broadcastIds);
  }

  wake({ id, lane }: Pick<Broadcast, 'id' | 'lane'>): Promise<void> {
    return this.doorbell.ring(`broadcast-${lane}`, { broadcastId: id, lane });
  }
}
