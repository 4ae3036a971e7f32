import { Injectable } from '@nestjs/common';
import { WarmCounts } from '../audiences/warm-counts.js';
import { TellApprovers } from '../broadcasts/approvers/tell-approvers.js';
import { TellOfGaps } from '../broadcasts/approvers/tell-of-gaps.js';
import { CountMovedIn } from '../broadcasts/schedule/count-moved-in.js';
import { DisposeOfDeliveries } from '../deliveries/disposal/dispose-of-deliveries.js';
import { RefreshReach } from '../directory/reach/refresh-reach.js';
import { PersonalDataStores } from '../personal-data/personal-data-stores.js';
import { Log } from '../platform/logging/log.js';
import { ReadRotaCalendar } from '../staff/rota/calendar/read-rota-calendar.js';
import { dispatchEvents } from './log-events.js';
import { ApplyReceipts } from './receipts/apply-receipts.js';
import { CallOff } from './call-off.js';
import { PollReceipts } from './receipts/poll-receipts.js';
import { ResolveDoubts } from './doubts/resolve-doubts.js';
import { RestartSender } from './senders/restart-sender.js';
import { StartScheduled } from './start-scheduled.js';
import { Sweeper } from './sweeper.js';
import { Wakeable } from './sending/wakeable.js';

/**
 * The tasks of a worker besides sending. They run on timers, not on jobs, so that they continue when the queue is down.
 * Each of their statements lets other workers proceed.
 */
@Injectable()
export class Upkeep {
  private readonly log = new Log('upkeep', dispatchEvents);
  private stopping = false;
  private readonly sleeps = new Set<Wakeable>();
  private running: Promise<void>[] = [];

  constructor(
    private readonly receipts: ApplyReceipts,
    private readonly scheduled: StartScheduled,
    private readonly sweeper: Sweeper,
    private readonly doubts: ResolveDoubts,
    private readonly poller: PollReceipts,
    private readonly senders: RestartSender,
    private readonly callOff: CallOff,
    private readonly movedIn: CountMovedIn,
    private readonly disposal: DisposeOfDeliveries,
    private readonly reach: RefreshReach,
    private readonly counts: WarmCounts,
    private readonly personalData: PersonalDataStores,
    private readonly approvers: TellApprovers,
    private readonly gaps: TellOfGaps,
    private readonly rotaCalendar: ReadRotaCalendar,
  ) {}

  start(): void {
    this.running = [
      // Every 500 ms instead of at once: if two receipts for one text come shortly after each other, only one is
      // written.
      this.every(500, () => this.untilNoMore(() => this.receipts.run())),
      this.every(1000, () => this.untilNoMore(() => this.scheduled.run())),
      this.every(1000, () => this.sweeper.run()),
      this.every(2000, () => this.approvers.run()),
      this.every(5000, () => this.untilNoMore(() => this.doubts.run())),
      this.every(2000, () => this.reach.run()),
      this.every(2000, () => this.untilNoMore(() => this.callOff.run())),
      this.every(2000, () => this.untilNoMore(() => this.movedIn.run())),
      this.every(5000, () => this.senders.probe()),
      this.every(5000, () => this.senders.takeBack()),
      this.every(30_000, () => this.doubts.tidy()),
      this.every(30_000, () => this.untilNoMore(() => this.poller.run())),
      this.every(60_000, () => this.untilNoMore(() => this.receipts.tryParked())),
      this.every(10_000, () => this.counts.run()),
      this.every(10_000, () => this.reach.dropBeforeImages()),
      this.every(300_000, () => this.poller.giveUp()),
      this.every(60_000, () => this.rotaCalendar.run()),
      this.every(600_000, () => this.gaps.run()),
      this.every(3_600_000, () => this.reach.tidy()),
      this.every(3_600_000, () => this.counts.tidy()),
      this.every(3_600_000, () => this.sweeper.prepareMonths()),
      this.every(3_600_000, () => this.untilNoMore(() => this.disposal.run())),
      this.every(3_600_000, () => this.personalData.disposeOfOld()),
    ];
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const sleep of this.sleeps) sleep.ring();
    await Promise.all(this.running);
  }

  private async untilNoMore(work: () => Promise<boolean>): Promise<void> {
    while (!this.stopping && (await work()));
  }

  private async every(ms: number, work: () => Promise<unknown>): Promise<void> {
    const sleep = new Wakeable();
    this.sleeps.add(sleep);
    while (!this.stopping) {
      await work().catch((err: unknown) => this.log.write('upkeep.error', { err }));
      // A ring during the work is kept, so a stop never waits for the sleep to end.
      await sleep.wait(ms);
    }
  }
}
