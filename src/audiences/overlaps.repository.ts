import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { bounded } from '../platform/database/bounded.js';
import type { AreaAudience } from './audience.js';
import { addressesOf } from './recipients.sql.js';

/** Milliseconds: the answer is a hint, and must not hold a connection for as long as a count may. */
const patience = 5_000;

/** Which areas share an address with another. Reads only. */
@Injectable()
export class OverlapsRepository {
  constructor(private readonly db: DataSource) {}

  /** @returns for each of the others whether it has an address in common with the area */
  async with(area: AreaAudience, others: readonly AreaAudience[], tx?: EntityManager): Promise<boolean[]> {
    if (others.length === 0) return [];
    if (!tx) return bounded(this.db, { memory: '64MB', patience }, (tx) => this.with(area, others, tx));
    const parameters: unknown[] = [];
    const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
    const here = addressesOf(area, given);
    // A test against a hash, never a join: two areas without a common address would be compared each with each.
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
