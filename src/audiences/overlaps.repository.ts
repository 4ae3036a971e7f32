import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AreaAudience } from './audience.js';
import { addressesOf } from './recipients.sql.js';

/** Which areas share an address with another. Reads only. */
@Injectable()
export class OverlapsRepository {
  constructor(private readonly db: DataSource) {}

  /** @returns for each of the others whether it has an address in common with the area */
  async with(area: AreaAudience, others: readonly AreaAudience[]): Promise<boolean[]> {
    if (others.length === 0) return [];
    const parameters: unknown[] = [];
    const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
    const here = addressesOf(area, given);
    const shared = others.map(
      (other) => `EXISTS (SELECT FROM (${addressesOf(other, given)}) theirs JOIN here USING (address_id))`,
    );
    const [row] = await this.db.query<{ shared: boolean[] }[]>(
      `WITH here AS MATERIALIZED (${here}) SELECT ARRAY[${shared.join(', ')}] AS shared`,
      parameters,
    );
    return row?.shared ?? [];
  }
}
