import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Staff } from '../rig/staff.js';
import type { Ordered, Silence } from './checker/story.js';

/** A broadcast of the run, which staff may hold or cancel. */
export type Running = Omit<Ordered, 'silences' | 'isCancelled'> & {
  readonly silences: Silence[];
  isCancelled: boolean;
};

export interface HoldsOptions {
  readonly staff: Staff;
  readonly db: DataSource;
  readonly say: (text: string) => void;
}

/** Share of a broadcast's deliveries that have started when it is cancelled. */
const midway = 0.1;
const lookEveryMs = 50;
const askAgainMs = 200;

/** Pauses and resumes broadcasts and cancels one, as staff do. Records when nothing of them may be sent. */
export class Holds {
  paused = 0;
  cancelled = 0;
  /** When to give up, in milliseconds since 1970. */
  until = Infinity;
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly options: HoldsOptions) {}

  /** Pauses a broadcast for some seconds. Returns at once. */
  pause(broadcast: Running | undefined, seconds: number): void {
    if (broadcast) this.note(this.pauseFor(broadcast, seconds));
  }

  /** Cancels a broadcast when some of it is under way. Returns at once. */
  cancelMidway(broadcast: Running): void {
    this.note(this.cancel(broadcast));
  }

  /** Resolves when all pauses and cancellations are done. */
  async done(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private note(work: Promise<void>): void {
    const noted = work.finally(() => this.underWay.delete(noted));
    this.underWay.add(noted);
  }

  private async pauseFor(broadcast: Running, seconds: number): Promise<void> {
    const { id, name, silences } = broadcast;
    if (!(await this.bring(id, 'pause', (state) => state === 'paused'))) {
      this.options.say(`"${name}" was over before it could be held`);
      return;
    }
    const from = Date.now();
    this.paused += 1;
    await pause(seconds * 1000);
    silences.push({ from, until: Date.now() });
    await this.bring(id, 'resumption', (state) => state !== 'paused');
    this.options.say(`"${name}" is resumed`);
  }

  private async cancel(broadcast: Running): Promise<void> {
    const { id, name } = broadcast;
    const { db, say } = this.options;
    while ((await shareUnderWay(id, db)) < midway && Date.now() < this.until) await pause(lookEveryMs);
    if (!(await this.bring(id, 'cancellation', (state) => state === 'cancelled'))) {
      say(`"${name}" was over before it could be cancelled`);
      return;
    }
    broadcast.silences.push({ from: Date.now(), until: Infinity });
    broadcast.isCancelled = true;
    this.cancelled += 1;
    say(`cancelled "${name}"`);
  }

  /**
   * Repeats a request until it takes effect: an answer may be lost, or the web may be restarting.
   *
   * @returns false if the broadcast was over before, or at the time limit
   */
  private async bring(id: string, control: string, isDone: (state: string) => boolean): Promise<boolean> {
    const { staff } = this.options;
    for (;;) {
      const isAsked = await staff.call(1, 'POST', `/broadcasts/${id}/${control}`).then(
        () => true,
        () => false,
      );
      if (isAsked) return true;
      const state = await staff.state(id).catch(() => undefined);
      if (state !== undefined && isDone(state)) return true;
      if (state === 'completed' || Date.now() > this.until) return false;
      await pause(askAgainMs);
    }
  }
}

async function shareUnderWay(id: string, db: DataSource): Promise<number> {
  const [row] = await db
    .query<{ begun: number; planned: number }[]>(
      `SELECT count(*) FILTER (WHERE status <> 'planned')::int AS begun, count(*)::int AS planned
       FROM delivery WHERE broadcast_id = $1 AND status <> 'suppressed'`,
      [id],
    )
    .catch(() => []);
  return row && row.planned > 0 ? row.begun / row.planned : 0;
}
