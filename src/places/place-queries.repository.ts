import { Injectable } from '@nestjs/common';
import type { MultiPolygon } from 'geojson';
import { DataSource } from 'typeorm';
import { placeKinds, type PlaceKind } from './place-kind.js';
import {
  everyWordOrder,
  hasEveryWord,
  resemblanceOrder,
  resembles,
  searchTerms,
  type SearchTerms,
} from './search-ranking.js';

/** West, south, east, north in WGS 84 degrees. */
export type BoundingBox = readonly [number, number, number, number];

export interface PlaceSummary {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly boundingBox: BoundingBox;
}

export interface PlaceInFull extends PlaceSummary {
  /** WGS 84. */
  readonly geometry: MultiPolygon;
  /** How many current addresses it holds. */
  readonly addresses: number;
}

interface PlaceSearch {
  readonly kind?: PlaceKind | undefined;
  /** As typed; nothing lists the municipality first, then areas, blocks and properties. */
  readonly q?: string | undefined;
  readonly limit: number;
}

const summaryColumns = (place: string): string => `${place}.id, ${place}.kind, ${place}.name,
  (SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b))
   FROM (SELECT Box2D(ST_Transform(${place}.geom, 4326)) AS b) box) AS "boundingBox"`;

/** What others may ask about places as they are now; an import that ended a place hides it from here. */
@Injectable()
export class PlaceQueries {
  constructor(private readonly db: DataSource) {}

  /** What has every word typed; only when nothing has, what resembles it. */
  async search({ kind, q, limit }: PlaceSearch): Promise<PlaceSummary[]> {
    const terms = searchTerms(q);
    if (!terms) return this.list(kind, limit);
    const name = 'search_name';
    const found = await this.match(terms, kind, limit, hasEveryWord(name, terms), everyWordOrder(name));
    return found.length > 0 ? found : this.match(terms, kind, limit, resembles(name), resemblanceOrder(name));
  }

  private async match(
    { whole, words }: SearchTerms,
    kind: PlaceKind | undefined,
    limit: number,
    condition: string,
    order: string,
  ): Promise<PlaceSummary[]> {
    return this.db.query<PlaceSummary[]>(
      `WITH found AS (
         SELECT place.*, row_number() OVER (ORDER BY ${order}, id) AS rank
         FROM place
         WHERE valid_to IS NULL AND $2::text[] <> '{}' AND ($3::text IS NULL OR kind = $3) AND ${condition}
         ORDER BY rank LIMIT $4
       )
       SELECT ${summaryColumns('found')} FROM found ORDER BY rank`,
      [whole, words, kind ?? null, limit],
    );
  }

  private async list(kind: PlaceKind | undefined, limit: number): Promise<PlaceSummary[]> {
    return this.db.query<PlaceSummary[]>(
      `WITH found AS (
         SELECT * FROM place WHERE valid_to IS NULL AND ($1::text IS NULL OR kind = $1)
         ORDER BY array_position($2::text[], kind), search_name, id LIMIT $3
       )
       SELECT ${summaryColumns('found')} FROM found ORDER BY array_position($2::text[], kind), search_name, id`,
      [kind ?? null, placeKinds, limit],
    );
  }

  async find(id: string): Promise<PlaceInFull | undefined> {
    const [place] = await this.db.query<PlaceInFull[]>(
      `SELECT ${summaryColumns('place')}, ST_AsGeoJSON(ST_Transform(geom, 4326), 7)::json AS geometry,
              (SELECT count(*)::int FROM address_place ap JOIN address a ON a.id = ap.address_id
               WHERE ap.place_id = place.id AND a.valid_to IS NULL) AS addresses
       FROM place WHERE id = $1 AND valid_to IS NULL`,
      [id],
    );
    return place;
  }

  /** Whether a dataset of this name has been imported and still has places. */
  async knowsSource(source: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(
      'SELECT 1 FROM place WHERE source = $1 AND valid_to IS NULL LIMIT 1',
      [source],
    );
    return rows.length > 0;
  }

  /**
   * The box around the municipality: around all its polygons, since a border often comes in several, and around every
   * place when no border was imported. Undefined before the first import.
   */
  async municipalityBounds(): Promise<BoundingBox | undefined> {
    const [row] = await this.db.query<{ box: BoundingBox | null }[]>(
      `SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)) AS box
       FROM (
         SELECT Box2D(ST_Transform(ST_Segmentize(around, greatest(ST_Perimeter(around) / 64, 1)), 4326)) AS b
         FROM (
           SELECT ST_SetSRID(ST_Extent(geom)::geometry, min(ST_SRID(geom))) AS around
           FROM place
           WHERE valid_to IS NULL AND (kind = 'municipality' OR NOT EXISTS (
             SELECT FROM place border WHERE border.kind = 'municipality' AND border.valid_to IS NULL))
         ) extent
       ) bounds WHERE b IS NOT NULL`,
    );
    return row?.box ?? undefined;
  }
}
