import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { namesOfParts } from './search/names-of-parts.sql.js';
import { accentsFirst } from './search/accents-first.js';
import { SearchNames, type CandidateSearch } from './search/search-names.js';
import { searchReadings } from './search/search-terms.js';
import { searchEach } from './search/several-at-once.js';

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

/** Searches current addresses for what people type. */
@Injectable()
export class AddressQueries {
  constructor(
    private readonly db: DataSource,
    private readonly names: SearchNames,
  ) {}

  /**
   * Finds addresses that have every typed word. It also takes a pasted address with postal code, apartment and country.
   * Only if no address has every word, it finds those that resemble them. A number is matched as a number: no other
   * house is shown for it. If several addresses were typed, it searches for each.
   */
  search(q: string, limit: number): Promise<AddressSummary[]> {
    return searchEach(q, limit, (one) => this.searchOne(one, limit));
  }

  private async searchOne(q: string, limit: number): Promise<AddressSummary[]> {
    const readings = searchReadings(q);
    const found = await this.names.run('address', readings, (search) => this.match(search, limit));
    const nameOf = ({ name, locality }: AddressSummary) => `${name} ${locality ?? ''}`;
    const [alone] = readings;
    if (found.length > 0 || !alone?.postalCode || alone.words.length > 0)
      return accentsFirst(found, q, nameOf);
    return this.withPostalCode(alone.postalCode, limit);
  }

  private async match(search: CandidateSearch, limit: number): Promise<AddressSummary[]> {
    if (search.candidates.length === 0) return [];
    const { postalCode } = search.terms;
    const condition = postalCode ? `replace(postal_code, ' ', '') = $7` : 'true';
    const { text, parameters } = namesOfParts('address', search, limit, condition);
    return this.read(text, [...parameters, ...(postalCode ? [postalCode] : [])]);
  }

  private withPostalCode(postalCode: string, limit: number): Promise<AddressSummary[]> {
    return this.read(
      `SELECT *, 1 AS nth FROM address WHERE valid_to IS NULL AND replace(postal_code, ' ', '') = $1
       ORDER BY length(search_name), search_name, id LIMIT ${limit}`,
      [postalCode],
    );
  }

  private read(found: string, parameters: readonly unknown[]): Promise<AddressSummary[]> {
    return this.db.query<AddressSummary[]>(
      `WITH found AS (${found})
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
