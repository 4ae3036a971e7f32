import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bounded } from '../../platform/database/bounded.js';
import type { AreaAudience } from '../audience.js';
import { someAddressesOf } from '../recipients.sql.js';

/** Milliseconds for one statement. */
const patience = 2_000;

/** What the database says of an area that is to be published. Reads only. */
@Injectable()
export class PublishedAreasRepository {
  constructor(private readonly db: DataSource) {}

  /**
   * Whether it has at least so many addresses.
   *
   * @throws PostgreSQL's `query_canceled` if that takes longer than two seconds
   */
  async hasAddresses(audience: AreaAudience, fewest: number): Promise<boolean> {
    const parameters: unknown[] = [];
    const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
    const rows = await bounded(this.db, { patience }, (tx) =>
      tx.query<unknown[]>(
        `SELECT FROM (${someAddressesOf(audience, fewest, given)}) a LIMIT ${given(fewest, 'int')}`,
        parameters,
      ),
    );
    return rows.length === fewest;
  }

  async isOneProperty({ places = [], polygon, near }: AreaAudience): Promise<boolean> {
    if (polygon ?? near) return false;
    const rows = await this.db.query<{ kind: string }[]>(
      'SELECT kind FROM place WHERE id = ANY($1::uuid[])',
      [places],
    );
    return rows.length === 1 && rows[0]?.kind === 'property';
  }
}
