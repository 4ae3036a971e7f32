import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What a worker sees of the gate. */
export interface GateSeen {
  /** The database that answers. */
  readonly home: string;
  /** That for which the provider was asked; empty when it must be asked again, null before the first worker. */
  readonly askedFor: string | null;
  readonly aliveAt: Date | null;
  /** Seconds since the ledger was last known to be complete, by the database's clock. */
  readonly silentSeconds: number | null;
  readonly isHeld: boolean;
  readonly heldSeconds: number | null;
}

/** Why nothing can be sent before the provider has answered. */
export interface GateWaits {
  readonly since: Date;
  readonly why: string;
}

/** One worker's right to ask the provider for all, on behalf of one database. */
export interface AskingTurn {
  /** Of this turn alone, so that a worker can't mistake a later one for its own. */
  readonly id: string;
  readonly home: string;
}

/** The turn passed to another worker while this one was slow: what it found says nothing any more. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';
  constructor() {
    super('another worker asks the provider now');
  }
}

/** A worker that dies while it asks keeps the others waiting for so long. Renewed each second. */
const askingSeconds = 5;

/** The row that says on which database server the ledger is known to be complete. */
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
   * What was committed until now is in this ledger. Not while it is held: then it is known that something is missing. Nor
   * if it went back since the caller looked: that must stay to be seen.
   *
   * @param newest when the ledger that the caller has seen was vouched for
   */
  async vouch(home: string, newest: Date | undefined): Promise<void> {
    await this.db.query(
      `UPDATE send_gate SET alive_at = clock_timestamp()
       WHERE asked_for = $1 AND ledger_home() = $1 AND NOT EXISTS (SELECT FROM send_hold WHERE ended_at IS NULL)
         AND ($2::timestamptz IS NULL OR alive_at >= $2)
         -- Once a second is enough, however many workers there are.
         AND (alive_at IS NULL OR alive_at NOT BETWEEN clock_timestamp() - interval '900 ms' AND clock_timestamp())`,
      [home, newest ?? null],
    );
  }

  /** This ledger is older than one that a worker has seen: the provider must be asked, by whoever is asking too. */
  async distrust(): Promise<void> {
    await this.db.query(`UPDATE send_gate SET asked_for = '', asker = NULL, asking_until = '-infinity'`);
  }

  /** Nobody waits for a turn: whoever has it may be writing down what it found. @returns whether it was free */
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
   * Nobody else takes the turn before the caller's transaction ends.
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
   * The last moment that the ledger knows all of. Of an older program's ledger it is when the last attempt was made; of an
   * empty one, when its first worker started.
   */
  async knownUntil(tx: EntityManager = this.db.manager): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date }[]>(
      `SELECT coalesce((SELECT known_until FROM send_hold WHERE ended_at IS NULL), alive_at,
         (SELECT max(sent_at) FROM delivery), born_at) AS at FROM send_gate`,
    );
    return row?.at;
  }

  /** The provider was asked, on behalf of this database: sending goes on, or is held. @throws TurnLost */
  async answered({ id, home }: AskingTurn, tx: EntityManager = this.db.manager): Promise<void> {
    const [, answered] = await tx.query<[unknown, number]>(
      `UPDATE send_gate SET asked_for = $1, waiting_since = NULL, waiting_for = NULL, alive_at = CASE
           WHEN EXISTS (SELECT FROM send_hold WHERE ended_at IS NULL) THEN alive_at ELSE clock_timestamp() END
       WHERE ledger_home() = $1 AND asker = $2`,
      [home, id],
    );
    if (answered === 0) throw new TurnLost();
  }

  /** Nothing is said of a ledger that staff have answered for while the provider was asked. */
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

  /** Staff answer for it that nothing is missing, since the provider can't be asked. @returns whether anything waited */
  async openUnasked(tx: EntityManager): Promise<boolean> {
    const [, opened] = await tx.query<[unknown, number]>(
      `UPDATE send_gate SET asked_for = ledger_home(), waiting_since = NULL, waiting_for = NULL, alive_at = clock_timestamp()
       WHERE waiting_since IS NOT NULL`,
    );
    return opened === 1;
  }
}
