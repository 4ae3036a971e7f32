import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { namesOfParts } from './search/names-of-parts.sql.js';
import { SearchNames, type Candidate } from './search/search-names.js';
import { searchTerms, type SearchTerms } from './search/search-terms.js';

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
  constructor(
    private readonly db: DataSource,
    private readonly names: SearchNames,
  ) {}

  /** What has every word typed; only when nothing has, what resembles it. */
  async search(q: string, limit: number): Promise<AddressSummary[]> {
    const terms = searchTerms(q);
    if (!terms) return [];
    return this.names.run('address', terms, (candidates) => this.match(candidates, terms, limit));
  }

  private async match(
    candidates: readonly Candidate[],
    terms: SearchTerms,
    limit: number,
  ): Promise<AddressSummary[]> {
    const { text, parameters } = namesOfParts('address', candidates, terms, limit);
    return this.db.query<AddressSummary[]>(
      `WITH found AS (${text})
       SELECT found.id, concat_ws(' ', found.street, nullif(found.number, '')) AS name,
              found.postal_code AS "postalCode", found.locality,
              (SELECT json_build_array(ST_X(p), ST_Y(p)) FROM (SELECT ST_Transform(found.point, 4326) AS p) wgs) AS point,
              property.id AS "propertyId", property.name AS "propertyName"
       FROM found LEFT JOIN place property ON property.id = found.property_id AND property.valid_to IS NULL
       ORDER BY nth, length(found.search_name), found.search_name, found.id`,
      [...parameters],
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
