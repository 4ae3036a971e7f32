import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  everyWordOrder,
  hasEveryWord,
  resemblanceOrder,
  resembles,
  searchTerms,
  type SearchTerms,
} from './search-ranking.js';

export interface AddressSummary {
  readonly id: string;
  /** Street and number. */
  readonly name: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
  /** Longitude and latitude, WGS 84. */
  readonly point: readonly [number, number];
  readonly propertyId: string | null;
  readonly propertyName: string | null;
}

/** Searching current addresses as people type them. */
@Injectable()
export class AddressQueries {
  constructor(private readonly db: DataSource) {}

  /** What has every word typed; only when nothing has, what resembles it. */
  async search(q: string, limit: number): Promise<AddressSummary[]> {
    const terms = searchTerms(q);
    if (!terms) return [];
    const name = 'search_name';
    const found = await this.match(terms, limit, hasEveryWord(name, terms), everyWordOrder(name));
    return found.length > 0 ? found : this.match(terms, limit, resembles(name), resemblanceOrder(name));
  }

  private async match(
    { whole, words }: SearchTerms,
    limit: number,
    condition: string,
    order: string,
  ): Promise<AddressSummary[]> {
    return this.db.query<AddressSummary[]>(
      `WITH found AS (
         SELECT address.*, row_number() OVER (ORDER BY ${order}, id) AS rank
         FROM address
         WHERE valid_to IS NULL AND $2::text[] <> '{}' AND ${condition}
         ORDER BY rank LIMIT $3
       )
       SELECT found.id, concat_ws(' ', found.street, nullif(found.number, '')) AS name,
              found.postal_code AS "postalCode", found.locality,
              (SELECT json_build_array(ST_X(p), ST_Y(p)) FROM (SELECT ST_Transform(found.point, 4326) AS p) wgs) AS point,
              property.id AS "propertyId", property.name AS "propertyName"
       FROM found LEFT JOIN place property ON property.id = found.property_id AND property.valid_to IS NULL
       ORDER BY rank`,
      [whole, words, limit],
    );
  }
  /** The keys of a dataset's current addresses, always in the same order. */
  async keysOf(source: string): Promise<string[]> {
    const rows = await this.db.query<{ key: string }[]>(
      'SELECT source_key AS key FROM address WHERE source = $1 AND valid_to IS NULL ORDER BY source_key COLLATE "C"',
      [source],
    );
    return rows.map(({ key }) => key);
  }
}
