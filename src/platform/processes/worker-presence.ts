import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Heartbeat interval in milliseconds. */
const signEvery = 5_000;
/** A worker without a heartbeat for this many seconds counts as gone. */
export const goneAfterSeconds = 30;

/** All SQL about which workers are running, and the heartbeat of this worker. */
@Injectable()
export class WorkerPresence implements BeforeApplicationShutdown {
  private readonly id = randomUUID();
  private timer?: NodeJS.Timeout;

  constructor(private readonly db: DataSource) {}

  start(): void {
    const sign = () => void this.sign().catch(() => undefined);
    sign();
    this.timer = setInterval(sign, signEvery);
  }

  /** Removes this worker at once when it is told to stop. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.db.query('DELETE FROM worker_presence WHERE id = $1', [this.id]).catch(() => undefined);
  }

  private async sign(): Promise<void> {
    await this.db.query(
      `INSERT INTO worker_presence (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
      [this.id, `${hostname()}-${process.pid}`],
    );
    await this.db.query(`DELETE FROM worker_presence WHERE seen_at < now() - interval '1 day'`);
  }
}
