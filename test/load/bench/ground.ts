import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../../src/kernel/ids.js';
import type { ChildRole } from '../../../src/platform/processes/child-role.js';
import { populate } from '../rig/population.js';
import { Rig } from '../rig/rig.js';
import { Staff } from '../rig/staff.js';
import { NullProvider } from './null-provider.js';
import type { Profile } from './profile.js';

/** Phones that are sent to before measuring, so that no way of sending is measured cold. */
export const warmPhones = 3000;

/** What all parts of a run share: one PostgreSQL, one Redis, one null server, one web process and one population. */
export class Ground {
  private readonly places = new Map<number, string>();

  private constructor(
    readonly rig: Rig,
    readonly nothing: NullProvider,
    readonly web: ChildRole,
    readonly staff: Staff,
    readonly profile: Profile | undefined,
  ) {}

  /** @throws ProgramMissing */
  static async open(phones: number, profile?: Profile): Promise<Ground> {
    const rig = await Rig.open({
      postgres: { settings: profile?.settings },
      env: {
        SMS_SEGMENTS_PER_SECOND: '1000000',
        CALLS_PER_SECOND: '1000000',
        STATEMENT_TIMEOUT_MS: '600000',
      },
      onLine: (role, line) => console.error(`${role}: ${line}`),
    });
    try {
      const nothing = await NullProvider.start();
      await populate(rig.db, { phones });
      const web = await rig.start('web');
      const ground = new Ground(rig, nothing, web, await Staff.hire(rig.db, rig.web), profile);
      await profile?.prepare(rig.db);
      return ground;
    } catch (error) {
      await rig.close();
      throw error;
    }
  }

  /** Starts a worker that sends to the null server. */
  worker(env: Record<string, string> = {}): Promise<ChildRole> {
    return this.rig.start('worker', { SIMULATOR_URL: this.nothing.url, ...env });
  }

  /** @returns the id of a place with the first `phones` phones, and the addresses that they need */
  async placeOf(phones: number): Promise<string> {
    const known = this.places.get(phones);
    if (known) return known;
    const id = newId();
    await this.rig.db.query(
      `INSERT INTO place (id, kind, name, search_name, source, source_key, geom)
       SELECT $1, 'area', $2, $2, 'bench', $2, geom FROM place WHERE source = 'load'`,
      [id, `${phones} phones`],
    );
    await this.rig.db.query(
      `INSERT INTO address_place (place_id, address_id)
       SELECT $1, id FROM (
         SELECT a.id, sum(count(pa.phone)) OVER (ORDER BY a.source_key::int) AS so_far
         FROM address a JOIN phone_address pa ON pa.address_id = a.id GROUP BY a.id) a
       WHERE so_far <= $2::int`,
      [id, phones],
    );
    await this.rig.db.query('VACUUM (ANALYZE) place, address_place');
    this.places.set(phones, id);
    return id;
  }

  /** Writes a broadcast to `phones` phones and has it approved. */
  async send(phones: number, sms: string, lane: 'crisis' | 'urgent' | 'routine' = 'routine') {
    return this.staff.send({ audience: { places: [await this.placeOf(phones)] }, sms, lane });
  }

  /** Resolves when every message of a broadcast was sent and recorded. */
  async sent(broadcastId: string, timeoutMs: number): Promise<void> {
    await this.until(
      `SELECT NOT EXISTS (SELECT FROM delivery_batch WHERE broadcast_id = $1) AS yes`,
      broadcastId,
      timeoutMs,
    );
  }

  /** Resolves when no delivery of a broadcast waits for a receipt. */
  async receipted(broadcastId: string, timeoutMs: number): Promise<void> {
    await this.until(
      `SELECT NOT EXISTS (SELECT FROM receipt_inbox) AND NOT EXISTS (
         SELECT FROM delivery WHERE broadcast_id = $1 AND status IN ('planned', 'sending', 'accepted', 'sent')) AS yes`,
      broadcastId,
      timeoutMs,
    );
  }

  /** Cancels a broadcast, and waits until it has no batch left. */
  async cancel(broadcastId: string): Promise<void> {
    await this.staff.call(0, 'POST', `/broadcasts/${broadcastId}/cancellation`, {});
    await this.sent(broadcastId, 60_000);
  }

  /** The number of deliveries of a broadcast, by status. */
  async statuses(broadcastId: string): Promise<Record<string, number>> {
    const rows = await this.rig.db.query<{ status: string; count: number }[]>(
      'SELECT status, count(*)::int AS count FROM delivery WHERE broadcast_id = $1 GROUP BY status',
      [broadcastId],
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  /** Completes all broadcasts and empties the ledger, so that no part of a run slows another. No worker may run. */
  async clear(): Promise<void> {
    await this.rig.db.query(
      `UPDATE broadcast SET state = 'completed' WHERE state IN ('approved', 'sending')`,
    );
    await this.rig.db.query(
      'TRUNCATE delivery, delivery_batch, delivery_doubt, delivery_event, receipt_inbox',
    );
    await this.nothing.take();
  }

  async close(): Promise<void> {
    await this.rig.close();
    await this.nothing.stop();
  }

  private async until(question: string, broadcastId: string, timeoutMs: number): Promise<void> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const [row] = await this.rig.db.query<{ yes: boolean }[]>(question, [broadcastId]);
      if (row?.yes) return;
      if (Date.now() > end)
        throw new Error(
          `not done within ${timeoutMs / 1000} s: ${JSON.stringify(await this.statuses(broadcastId))}`,
        );
      await pause(50);
    }
  }
}
