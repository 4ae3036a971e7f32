import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../config/config.js';
import { networksOf } from './client-network.js';

/** One unit taken from an allowance: a rate limit that refills at a constant rate. */
export interface Draw {
  readonly scope: string;
  /** Who the allowance belongs to: a keyed hash, see {@link AllowancesRepository.hash}. */
  readonly key: Buffer;
  /** Capacity in units, and minutes from empty to full. */
  readonly holds: number;
  readonly minutes: number;
  /** Share of the capacity, 0–1, that this draw must leave for others. Default 0. */
  readonly leaving?: number;
}

/** Keyed hashes of the networks that a client is part of, see {@link networksOf}. */
export interface ClientHashes {
  readonly client: Buffer;
  readonly site?: Buffer;
  readonly network: Buffer;
}

/**
 * Rate limits for one phone number, for one client, or for all together. They are stored in the database, so all web
 * processes share them. Phone numbers and IP addresses are stored only as keyed hashes.
 */
@Injectable()
export class AllowancesRepository {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  hash(kind: string, value: string): Buffer {
    return createHmac('sha256', this.config.get('SECRET_KEY')).update(`${kind}:${value}`).digest();
  }

  /** Hashes of a client's IP address and of the wider networks that contain it. */
  hashClient(address: string): ClientHashes {
    const { client, site, network } = networksOf(address);
    return {
      client: this.hash('client', client),
      site: site === undefined ? undefined : this.hash('client', site),
      network: this.hash('client', network),
    };
  }

  /** Whether an allowance is not full: somebody took units that are not refilled yet. */
  async isDrawnOn({ scope, key }: Pick<Draw, 'scope' | 'key'>): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(
      'SELECT FROM code_allowance WHERE scope = $1 AND key = $2 AND full_at > $3',
      [scope, key, this.clock.now()],
    );
    return rows.length > 0;
  }

  /**
   * Throws if one of the allowances is empty. Takes nothing.
   *
   * @param refuse makes the error to throw, for the first allowance that is empty
   */
  async requireLeft(
    draws: readonly Draw[],
    refuse: (empty: Draw, minutesToWait: number) => Error,
  ): Promise<void> {
    const now = this.clock.now();
    const [scopes, keys] = columnsOf(draws);
    const rows = await this.db.query<{ scope: string; full_at: Date }[]>(
      `SELECT scope, full_at FROM code_allowance
       WHERE (scope, key) IN (SELECT * FROM unnest($1::text[], $2::bytea[]))`,
      [scopes, keys],
    );
    for (const draw of draws) {
      const over = overrun(draw, rows.find(({ scope }) => scope === draw.scope)?.full_at ?? now, now);
      if (over > 0) throw refuse(draw, minutesOf(over));
    }
  }

  /**
   * Takes one unit from every allowance, or from none. No two draws may have the same scope.
   *
   * @param refuse makes the error to throw, for the first allowance that is empty
   */
  async take(draws: readonly Draw[], refuse: (empty: Draw, minutesToWait: number) => Error): Promise<void> {
    await this.sweep();
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      // Rows are always locked in the same order (position), so two requests can't deadlock.
      const taken = await tx.query<{ scope: string }[]>(
        `INSERT INTO code_allowance AS a (scope, key, full_at)
         SELECT scope, key, $5::timestamptz + cost
         FROM unnest($1::text[], $2::bytea[], $3::float8[], $4::float8[]) WITH ORDINALITY AS w (scope, key, each, whole, position),
           make_interval(secs => each) AS cost
         ORDER BY position
         ON CONFLICT (scope, key) DO UPDATE
           SET full_at = greatest(a.full_at, $5) + (excluded.full_at - $5)
           WHERE greatest(a.full_at, $5) + (excluded.full_at - $5)
             <= $5 + make_interval(secs => ($4::float8[])[array_position($1::text[], a.scope)])
         RETURNING scope`,
        [...columnsOf(draws), now],
      );
      const empty = draws.find(({ scope }) => !taken.some((row) => row.scope === scope));
      if (empty) throw refuse(empty, await this.minutesToWait(empty, now, tx));
    });
  }

  async giveBack(draws: readonly Draw[], tx: EntityManager): Promise<void> {
    const [scopes, keys, each] = columnsOf(draws);
    await tx.query(
      `INSERT INTO code_allowance AS a (scope, key, full_at)
       SELECT scope, key, $4 FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS w (scope, key, position)
       ORDER BY position
       ON CONFLICT (scope, key) DO UPDATE
         SET full_at = a.full_at - make_interval(secs => ($3::float8[])[array_position($1::text[], a.scope)])`,
      [scopes, keys, each, this.clock.now()],
    );
  }

  private async minutesToWait(draw: Draw, now: Date, tx: EntityManager) {
    const [row] = await tx.query<{ full_at: Date }[]>(
      'SELECT full_at FROM code_allowance WHERE scope = $1 AND key = $2',
      [draw.scope, draw.key],
    );
    return minutesOf(overrun(draw, row?.full_at ?? now, now));
  }

  /** Deletes up to 100 rows that are full again: they hold no information. SKIP LOCKED leaves rows in use for later. */
  private async sweep(): Promise<void> {
    await this.db.query(
      `DELETE FROM code_allowance WHERE (scope, key) IN
         (SELECT scope, key FROM code_allowance WHERE full_at < $1 LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [this.clock.now()],
    );
  }
}

/** Milliseconds until one unit can be taken; 0 or less if it can be taken now. */
const overrun = ({ holds, minutes, leaving = 0 }: Draw, fullAt: Date, now: Date): number =>
  Math.max(fullAt.getTime(), now.getTime()) +
  (minutes / holds - minutes * (1 - leaving)) * 60_000 -
  now.getTime();

const minutesOf = (ms: number): number => Math.max(1, Math.ceil(ms / 60_000));

/** Scopes, keys, refill time of one unit in seconds, and the longest refill time in seconds allowed after the draw. */
const columnsOf = (draws: readonly Draw[]): [string[], Buffer[], number[], number[]] => [
  draws.map(({ scope }) => scope),
  draws.map(({ key }) => key),
  draws.map(({ holds, minutes }) => (minutes * 60) / holds),
  draws.map(({ minutes, leaving = 0 }) => minutes * 60 * (1 - leaving)),
];
