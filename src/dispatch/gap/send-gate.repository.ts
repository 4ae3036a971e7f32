import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The gate as a worker sees it. */
export interface GateSeen {
  /** The database that answers. */
  readonly home: string;
  /** The database for which the provider was asked. Empty when it must be asked again, null before the first worker. */
  readonly askedFor: string | null;
  readonly aliveAt: Date | null;
  /** Seconds since the ledger was last known to be complete, by the database's clock. */
  readonly silentSeconds: number | null;
  readonly isHeld: boolean;
  readonly heldSeconds: number | null;
}

/** Why nothing can be sent before the provider answers. */
export interface GateWaits {
  readonly since: Date;
  readonly why: string;
}

/** One worker's right to ask the provider on behalf of all workers, for one database. */
export interface AskingTurn {
  /** Unique to this turn, so that a worker can't mistake a later turn for its own. */
  readonly id: string;
  readonly home: string;
}

/** Another worker has taken the turn while this one was slow. The findings of this worker no longer count. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';
  constructor() {
    super('another worker asks the provider now');
  }
}

/** If a worker dies while it asks, the others wait this long. Renewed each second. */
const askingSeconds = 5;

/** The row that records for which database server the ledger is known to be complete. */
@Injectable()
export class SendGateRepository {
  constructor(private readonly db: DataSource) {}

  async look(): Promise<GateSeen> {
    const read = () =>
      this.db.query<GateSeen[]>(
        `SELECT ledger_home() AS home, asked_for AS "askedFor", alive_at AS "aliveAt",
           extract(epoch FROM now() - alive_at)::float8 AS "silentSeconds",
           h.id IS NOT NULL AS "isHeld", extract(epoch FROM now() - h.since)::float8 AS "heldSeconds"
         FROM send_gate LEFT JOIN send_hold h ON h.ended_at IS NULL`,
      );
    const [seen] = await read();
    if (seen) return seen;
    await this.db.query('INSERT INTO send_gate DEFAULT VALUES ON CONFLICT DO NOTHING');
    return (await read())[0]!;
  }

  /**
   * Records that everything committed until now is in this ledger. It does nothing during a hold, because then messages
   * are known to be missing. It also does nothing if the ledger went back since the caller looked: that must stay
   * visible.
   *
   * @param newest the `alive_at` that the caller has seen
   */
  async vouch(home: string, newest: Date | undefined): Promise<void> {
    await this.db.query(
      `UPDATE send_gate SET alive_at = clock_timestamp()
       WHERE asked_for = $1 AND ledger_home() = $1 AND NOT EXISTS (SELECT FROM send_hold WHERE ended_at IS NULL)
         AND ($2::timestamptz IS NULL OR alive_at >= $2)
         -- Once a second is enough for any number of workers.
         AND (alive_at IS NULL OR alive_at NOT BETWEEN clock_timestamp() - interval '900 ms' AND clock_timestamp())`,
      [home, newest ?? null],
    );
  }

  /**
   * This ledger is older than one that a worker has seen. The provider must be asked again, also by a worker that is
   * asking now.
   */
  async distrust(): Promise<void> {
    await this.db.query(`UPDATE send_gate SET asked_for = '', asker = NULL, asking_until = '-infinity'`);
  }

  /**
   * Takes the turn if it is free, without waiting: its owner may be writing down its findings. @returns whether it was
   * free
   */
  async takeTurn({ id }: AskingTurn): Promise<boolean> {
    const [, taken] = await this.db.query<[unknown, number]>(
      `UPDATE send_gate SET asker = $1, asking_until = now() + interval '${askingSeconds} seconds'
       WHERE one = (SELECT one FROM send_gate WHERE asking_until < now() FOR UPDATE SKIP LOCKED)`,
      [id],
    );
    return taken === 1;
  }

  async renewTurn({ id }: AskingTurn): Promise<void> {
    await this.db.query(
      `UPDATE send_gate SET asking_until = now() + interval '${askingSeconds} seconds' WHERE asker = $1`,
      [id],
    );
  }

  /**
   * Keeps the turn from being taken until the caller's transaction ends.
   *
   * @throws TurnLost
   */
  async holdTurn({ id, home }: AskingTurn, tx: EntityManager): Promise<void> {
    const held = await tx.query<unknown[]>(
      'SELECT 1 FROM send_gate WHERE asker = $1 AND ledger_home() = $2 FOR UPDATE',
      [id, home],
    );
    if (held.length === 0) throw new TurnLost();
  }

  async endTurn({ id }: AskingTurn): Promise<void> {
    await this.db.query(`UPDATE send_gate SET asker = NULL, asking_until = '-infinity' WHERE asker = $1`, [
      id,
    ]);
  }

  /**
   * The last moment at which the ledger was complete. In a ledger from an older version of the program: the last
   * attempt. In an empty ledger: the start of its first worker.
   */
  async knownUntil(tx: EntityManager = this.db.manager): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date }[]>(
      `SELECT coalesce((SELECT known_until FROM send_hold WHERE ended_at IS NULL), alive_at,
         (SELECT max(sent_at) FROM delivery), born_at) AS at FROM send_gate`,
    );
    return row?.at;
  }

  /** Records that the provider was asked for this database: sending continues, or is held. @throws TurnLost */
  async answered({ id, home }: AskingTurn, tx: EntityManager = this.db.manager): Promise<void> {
    const [, answered] = await tx.query<[unknown, number]>(
      `UPDATE send_gate SET asked_for = $1, waiting_since = NULL, waiting_for = NULL, alive_at = CASE
           WHEN EXISTS (SELECT FROM send_hold WHERE ended_at IS NULL) THEN alive_at ELSE clock_timestamp() END
       WHERE ledger_home() = $1 AND asker = $2`,
      [home, id],
    );
    if (answered === 0) throw new TurnLost();
  }

  /** Records why sending waits. It does nothing if staff have opened the gate while the provider was asked. */
  async waits(why: string): Promise<void> {
    await this.db.query(
      `UPDATE send_gate SET waiting_since = coalesce(waiting_since, now()), waiting_for = $1
       WHERE asked_for IS DISTINCT FROM ledger_home()`,
      [why],
    );
  }

  async waiting(): Promise<GateWaits | undefined> {
    const [row] = await this.db.query<GateWaits[]>(
      `SELECT waiting_since AS since, waiting_for AS why FROM send_gate WHERE waiting_since IS NOT NULL`,
    );
    return row;
  }

  /**
   * Staff declare that nothing is missing, because the provider can't be asked. @returns whether anything was waiting
   */
  async openUnasked(tx: EntityManager): Promise<boolean> {
    const [, opened] = await tx.query<[unknown, number]>(
      `UPDATE send_gate SET asked_for = ledger_home(), waiting_since = NULL, waiting_for = NULL, alive_at = clock_timestamp()
       WHERE waiting_since IS NOT NULL`,
    );
    return opened === 1;
  }
}
