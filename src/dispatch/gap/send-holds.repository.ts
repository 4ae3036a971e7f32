import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { onePhoneKindsSql } from '../../kernel/broadcast-kinds.js';

/** Why sending is held, and the result of reading the provider's list. */
export interface OpenHold {
  readonly id: string;
  readonly since: Date;
  readonly knownUntil: Date;
  readonly unknown: number;
  readonly takenOver: number;
  readonly notToldApart: number;
  readonly fitsNone: number;
}

/** A broadcast that is under way, or waits for its start, while sending is held. */
export interface HeldBroadcast {
  readonly id: string;
  readonly name: string;
  readonly kind: 'alert' | 'topic';
  readonly lane: 'crisis' | 'urgent' | 'routine';
  readonly state: 'scheduled' | 'approved' | 'sending' | 'paused';
  /** When it starts, if it waits for that. */
  readonly startsAt: Date | null;
  readonly takenOver: number;
  readonly notToldApart: number;
  /** Not sent yet. */
  readonly remaining: number;
  readonly goesOn: boolean;
}

const waits = `b.state IN ('scheduled', 'approved', 'sending', 'paused') AND b.kind NOT IN ${onePhoneKindsSql}
         AND b.expires_at > now()`;

/** What staff see of a hold, and their decisions. */
@Injectable()
export class SendHolds {
  constructor(private readonly db: DataSource) {}

  async open(tx: EntityManager = this.db.manager): Promise<OpenHold | undefined> {
    const [hold] = await tx.query<OpenHold[]>(
      `SELECT id, since, known_until AS "knownUntil", unknown, taken_over AS "takenOver", not_told_apart AS "notToldApart",
         fits_none AS "fitsNone"
       FROM send_hold WHERE ended_at IS NULL`,
    );
    return hold;
  }

  /** Like {@link open}. Until the transaction ends, nothing is taken over and nobody else decides. */
  async lockOpen(tx: EntityManager): Promise<OpenHold | undefined> {
    await tx.query('SELECT 1 FROM send_gate FOR UPDATE');
    return this.open(tx);
  }

  /**
   * All broadcasts under way, including those approved during the hold. The most urgent first. Scheduled ones too: their
   * cancellation may be lost.
   */
  async broadcasts(hold: string): Promise<HeldBroadcast[]> {
    return this.db.query<HeldBroadcast[]>(
      `SELECT b.id, b.audience_name AS name, b.kind, b.lane, b.state,
         CASE b.state WHEN 'scheduled' THEN coalesce(b.held_until, b.starts_at) END AS "startsAt",
         coalesce(d.taken_over, 0) AS "takenOver", coalesce(d.not_told_apart, 0) AS "notToldApart", coalesce(d.goes_on, false) AS "goesOn",
         (SELECT count(*)::int FROM delivery x WHERE x.broadcast_id = b.id AND x.status = 'planned') AS remaining
       FROM broadcast b LEFT JOIN send_hold_broadcast d ON d.hold_id = $1 AND d.broadcast_id = b.id
       WHERE ${waits}
       ORDER BY array_position(ARRAY['crisis', 'urgent', 'routine'], b.lane), b.id`,
      [hold],
    );
  }

  async letGoOn(hold: string, broadcast: string, member: string, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO send_hold_broadcast (hold_id, broadcast_id, goes_on, decided_by, decided_at) VALUES ($1, $2, true, $3, now())
       ON CONFLICT (hold_id, broadcast_id) DO UPDATE SET goes_on = true, decided_by = excluded.decided_by, decided_at = now()`,
      [hold, broadcast, member],
    );
  }

  /** How many of {@link broadcasts} have no decision. */
  async undecided(hold: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ open: number }[]>(
      `SELECT count(*)::int AS open FROM broadcast b
       WHERE ${waits}
         AND NOT EXISTS (SELECT FROM send_hold_broadcast d WHERE d.hold_id = $1 AND d.broadcast_id = b.id AND d.goes_on)`,
      [hold],
    );
    return row!.open;
  }

  /** Ends the hold. The ledger counts as complete from now on. */
  async end(hold: string, member: string, tx: EntityManager): Promise<void> {
    await tx.query('UPDATE send_hold SET ended_at = now(), ended_by = $2 WHERE id = $1', [hold, member]);
    await tx.query('UPDATE send_gate SET alive_at = clock_timestamp()');
  }
}
