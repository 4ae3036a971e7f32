import { createHmac } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { networkOf } from './client-network.js';
import { allowances, CodesPaused, prefixOf, type Allowance } from './code-allowance.js';

/**
 * How many codes may be sent: a number, an address, a prefix and all together each have an allowance that fills up
 * evenly. Kept in the database, so that any number of web processes share them.
 */
@Injectable()
export class CodeAllowancesRepository {
  private readonly log = new Logger('verification');
  private readonly all: readonly Allowance[];

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.all = allowances(config.get('CODES_PER_DAY'));
  }

  /** How a client's address may be kept: a keyed hash; in IPv6 of the /64 that one household or device has. */
  hashClient(address: string): Buffer {
    return this.hash('client', networkOf(address));
  }

  /**
   * Takes one code from every allowance, or from none.
   *
   * @throws verification.too-many-for-number, verification.too-many-from-address, verification.paused, each with the
   * minutes to wait
   */
  async take(phone: string, client: Buffer): Promise<void> {
    await this.sweep();
    await this.db.transaction(async (db) => {
      const now = this.clock.now();
      // Rows are locked in one order everywhere (position), so that two requests can't hold each other up for good.
      const taken = await db.query<{ scope: string }[]>(
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
        [...this.columns(this.all, phone, client), now],
      );
      const refused = this.all.find(({ scope }) => !taken.some((row) => row.scope === scope));
      if (refused) throw await this.refusalOf(refused, phone, client, now, db);
    });
  }

  /** The code was used, so it went to somebody who wanted it. */
  async giveBack(phone: string, client: Buffer, db: EntityManager): Promise<void> {
    const returned = this.all.filter((allowance) => allowance.returned);
    const [scopes, keys, each] = this.columns(returned, phone, client);
    await db.query(
      `INSERT INTO code_allowance AS a (scope, key, full_at)
       SELECT scope, key, $4 FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS w (scope, key, position)
       ORDER BY position
       ON CONFLICT (scope, key) DO UPDATE
         SET full_at = a.full_at - make_interval(secs => ($3::float8[])[array_position($1::text[], a.scope)])`,
      [scopes, keys, each, this.clock.now()],
    );
  }

  private async refusalOf(
    { scope, holds, minutes, refuse }: Allowance,
    phone: string,
    client: Buffer,
    now: Date,
    db: EntityManager,
  ): Promise<Error> {
    const [row] = await db.query<{ full_at: Date }[]>(
      'SELECT full_at FROM code_allowance WHERE scope = $1 AND key = $2',
      [scope, this.keyOf(scope, phone, client)],
    );
    const over = (row?.full_at ?? now).getTime() + (minutes / holds - minutes) * 60_000 - now.getTime();
    if (refuse === CodesPaused) this.log.error({ allowance: scope, holds, minutes }, 'codes are paused');
    return refuse({ minutes: Math.max(1, Math.ceil(over / 60_000)) });
  }

  /** What is whole again says nothing more; rows somebody is using are left for the next time. */
  private async sweep(): Promise<void> {
    await this.db.query(
      `DELETE FROM code_allowance WHERE (scope, key) IN
         (SELECT scope, key FROM code_allowance WHERE full_at < $1 LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [this.clock.now()],
    );
  }

  private columns(
    of: readonly Allowance[],
    phone: string,
    client: Buffer,
  ): [string[], Buffer[], number[], number[]] {
    return [
      of.map(({ scope }) => scope),
      of.map(({ scope }) => this.keyOf(scope, phone, client)),
      of.map(({ holds, minutes }) => (minutes * 60) / holds),
      of.map(({ minutes }) => minutes * 60),
    ];
  }

  private keyOf(scope: Allowance['scope'], phone: string, client: Buffer): Buffer {
    switch (scope) {
      case 'phone-hour':
      case 'phone-day':
        return this.hash('phone', phone);
      case 'client':
        return client;
      case 'prefix':
        return this.hash('prefix', prefixOf(phone));
      default:
        return this.hash('all', '');
    }
  }

  private hash(kind: string, value: string): Buffer {
    return createHmac('sha256', this.config.get('SECRET_KEY')).update(`${kind}:${value}`).digest();
  }
}
