import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Rig } from '../rig/rig.js';
import type { Staff } from '../rig/staff.js';
import type { Fleet } from './fleet.js';
import type { Holds } from './holds.js';
import { sentShare } from './progress.js';
import type { Web } from './web.js';

export interface RestorationParts {
  readonly rig: Rig;
  readonly fleet: Fleet;
  readonly web: Web;
  readonly holds: Holds;
  readonly staff: Staff;
  readonly say: (text: string) => void;
  /** Deliveries of the whole run. */
  readonly deliveries: number;
}

interface Held {
  readonly unknown: number;
  readonly takenOver: number;
  readonly notToldApart: number;
  readonly fitsNone: number;
  readonly broadcasts: readonly { readonly id: string; readonly goesOn: boolean }[];
}

/** Share of the run that is sent after the backup, and lost with everything else. */
const shareLost = 0.05;
const lookEveryMs = 100;
const patienceMs = 120_000;

/**
 * Takes a backup, lets more be sent, kills everything, restores the backup, and lets all broadcasts go on as staff do.
 */
export class Restoration {
  restored = 0;
  takenOver = 0;
  notToldApart = 0;
  /** What went wrong. */
  readonly complaints: string[] = [];
  /** True while it runs. Waits are not cut short then: a redial minutes later is not part of the loss. */
  isUnderWay = false;

  constructor(private readonly parts: RestorationParts) {}

  async run(): Promise<void> {
    const { rig, fleet, web, holds, say } = this.parts;
    this.isUnderWay = true;
    try {
      await holds.done();
      await rig.postgres.dump();
      await this.untilMoreIsSent();
      say('kill all, and restore the backup');
      await web.kill(() =>
        fleet.killAll(async () => {
          await rig.redis?.stop('SIGKILL');
          await rig.postgres.restore();
          say('the backup is restored');
          await rig.redis?.start();
        }),
      );
      this.restored += 1;
      await web.untilReady();
      await this.letAllGoOn();
    } finally {
      this.isUnderWay = false;
    }
  }

  /** Complains unless there was one hold for each restoration, no other, and all have ended. @param db the run's */
  async complainOfOtherHolds(db: DataSource): Promise<void> {
    const [row] = await db.query<{ holds: number; open: number }[]>(
      'SELECT count(*)::int AS holds, count(*) FILTER (WHERE ended_at IS NULL)::int AS open FROM send_hold',
    );
    if (row!.holds !== this.restored || row!.open > 0)
      this.complaints.push(`${this.restored} restorations, ${row!.holds} holds, ${row!.open} of them open`);
  }

  /** Ends a hold that has no restoration as its cause. That is a fault, but the run must still be able to end. */
  async letOtherHoldsGoOn(): Promise<void> {
    const { staff, say } = this.parts;
    const held = this.isUnderWay ? undefined : await this.held();
    if (!held) return;
    say(`held once more: ${JSON.stringify(held)}`);
    for (const { id } of held.broadcasts)
      await staff.call(0, 'POST', '/hold/decisions', { broadcastId: id, decision: 'go-on' });
    if (held.broadcasts.length === 0) await staff.call(0, 'POST', '/hold/end');
  }

  private async held(): Promise<Held | undefined> {
    return (await this.parts.staff.call<{ held?: Held }>(0, 'GET', '/hold').catch(() => undefined))?.held;
  }

  private async untilMoreIsSent(): Promise<void> {
    const { rig, deliveries } = this.parts;
    const enough = (await sentShare(rig.db, deliveries)) + shareLost;
    await until(async () => (await sentShare(rig.db, deliveries)) >= enough);
  }

  private async letAllGoOn(): Promise<void> {
    const { staff, say } = this.parts;
    let held: Held | undefined;
    if (!(await until(async () => (held = await this.held()) !== undefined))) {
      this.complaints.push('the restored ledger was not held');
      return;
    }
    const { unknown, takenOver, notToldApart, fitsNone, broadcasts } = held!;
    say(`held: ${unknown} unknown, ${takenOver} taken over, ${notToldApart} calls not told apart`);
    if (fitsNone > 0) this.complaints.push(`${fitsNone} messages fit no broadcast`);
    this.takenOver += takenOver;
    this.notToldApart += notToldApart;
    for (const { id } of broadcasts)
      await staff.call(0, 'POST', '/hold/decisions', { broadcastId: id, decision: 'go-on' });
  }
}

/** @returns false at the time limit */
async function until(is: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    if (await is()) return true;
    await pause(lookEveryMs);
  }
  return false;
}
