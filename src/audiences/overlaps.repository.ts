import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { bounded } from '../platform/database/bounded.js';
import type { AreaAudience } from './audience.js';
import { addressesOf } from './recipients.sql.js';

/** Milliseconds. The answer is only a hint, and must not hold a connection as long as a count may. */
const patience = 5_000;

/** Finds areas that share an address with another. Reads only. */
@Injectable()
export class OverlapsRepository {
  constructor(private readonly db: DataSource) {}

  /** @returns for each of the others whether it shares an address with the area */
  async with(area: AreaAudience, others: readonly AreaAudience[], tx?: EntityManager): Promise<boolean[]> {
    if (others.length === 0) return [];
    if (!tx) return bounded(this.db, { memory: '64MB', patience }, (tx) => this.with(area, others, tx));
    const parameters: unknown[] = [];
    const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
    const here = addressesOf(area, given);
    // A hash test, never a join: a join could compare each address of one area with each of the other.
    const shared = others.map(
      (other) => `EXISTS (SELECT FROM (${addressesOf(other, given)}) theirs
        WHERE (theirs.address_id IN (SELECT address_id FROM here)) IS TRUE)`,
    );
    const [row] = await tx.query<{ shared: boolean[] }[]>(
      `WITH here AS MATERIALIZED (${here}) SELECT ARRAY[${shared.join(', ')}] AS shared`,
      parameters,
    );
    return row?.shared ?? [];
  }
}
