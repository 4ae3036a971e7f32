import { Injectable } from '@nestjs/common';
import type { MultiPolygon } from 'geojson';
import { DataSource } from 'typeorm';
import { placeKinds, type PlaceKind } from './place-kind.js';
import { namesOfParts } from './search/names-of-parts.sql.js';
import { accentsFirst } from './search/accents-first.js';
import { SearchNames, type CandidateSearch } from './search/search-names.js';
import { searchReadings } from './search/search-terms.js';
import { searchEach } from './search/several-at-once.js';

/** West, south, east, north in WGS 84 degrees. */
export type BoundingBox = readonly [number, number, number, number];

export interface PlaceSummary {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly boundingBox: BoundingBox;
  /** Whether staff saved it under a name; otherwise it comes from a register. */
  readonly saved: boolean;
}

export interface PlaceInFull extends PlaceSummary {
  /** WGS 84. */
  readonly geometry: MultiPolygon;
  /** How many current addresses it holds. */
  readonly addresses: number;
}

interface PlaceSearch {
  readonly kind?: PlaceKind | undefined;
  /** As typed. Without it, places are listed: the municipality first, then areas, blocks and properties. */
  readonly q?: string | undefined;
  readonly limit: number;
}

const holdingMany = placeKinds.filter((kind) => kind !== 'property');
/**
 * Candidates that are tried for areas. Each costs an index lookup, and an area is rarely called by a syllable of its
 * own.
 */
const maxTriedForAreas = 200;

// For a border with many vertices only the bounding box is transformed to degrees. The result is slightly too large,
// but takes a hundredth of the time. The fence (OFFSET 0) makes it run once for the four sides.
const summaryColumns = (place: string): string => `${place}.id, ${place}.kind, ${place}.name,
  (SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b))
   FROM (SELECT Box2D(ST_Transform(
     CASE WHEN ST_NPoints(${place}.geom) > 500
       THEN ST_Segmentize(ST_Envelope(${place}.geom), ST_Perimeter(ST_Envelope(${place}.geom)) / 64)
       ELSE ${place}.geom END, 4326)) AS b OFFSET 0
   ) box) AS "boundingBox",
  EXISTS (SELECT FROM saved_area s WHERE s.place_id = ${place}.id) AS saved`;

/** Queries on places as they are now, unless a moment is given. A place that an import has ended is hidden. */
@Injectable()
export class PlaceQueries {
  constructor(
    private readonly db: DataSource,
    private readonly names: SearchNames,
  ) {}

  /**
   * Finds places that have every typed word; only if none has, those that resemble them. A number is matched as a
   * number.
   */
  search(search: PlaceSearch): Promise<PlaceSummary[]> {
    return searchEach(search.q ?? '', search.limit, (q) => this.searchOne({ ...search, q }));
  }

  private async searchOne({ kind, q, limit }: PlaceSearch): Promise<PlaceSummary[]> {
    const readings = searchReadings(q).map(({ postalCode: _postal, ...terms }) => terms);
    if (readings.length === 0) return this.list(kind, limit);
    const found = await this.names.run('place', readings, (search) => this.match(search, kind, limit));
    return accentsFirst(found, q ?? '', ({ name }) => name);
  }

  /**
   * A name that hundreds of properties begin with may also be the name of an area. Half of the results are reserved for
   * such places.
   */
  private async match(
    search: CandidateSearch,
    kind: PlaceKind | undefined,
    limit: number,
  ): Promise<PlaceSummary[]> {
    const kinds = kind ? [kind] : placeKinds;
    const likely = { ...search, candidates: search.candidates.slice(0, maxTriedForAreas) };
    const [best, areas] = await Promise.all([
      this.read(search, kinds, limit),
      kind ? [] : this.read(likely, holdingMany, Math.floor(limit / 2)),
    ]);
    const known = new Set(best.map(({ id }) => id));
    const crowdedOut = areas.filter(({ id }) => !known.has(id));
    return [...best.slice(0, limit - crowdedOut.length), ...crowdedOut];
  }

  private async read(
    search: CandidateSearch,
    kinds: readonly PlaceKind[],
    limit: number,
  ): Promise<PlaceSummary[]> {
    if (search.candidates.length === 0) return [];
    const { text, parameters } = namesOfParts('place', search, limit, 'kind = ANY($7::text[])');
    return this.db.query<PlaceSummary[]>(
      `WITH found AS (${text})
       SELECT ${summaryColumns('found')} FROM found ORDER BY nth, length(search_name), search_name, id`,
      [...parameters, kinds],
    );
  }

  private async list(kind: PlaceKind | undefined, limit: number): Promise<PlaceSummary[]> {
    return this.db.query<PlaceSummary[]>(
      `WITH found AS (
         SELECT named.*, listed.nth
         FROM unnest($1::text[]) WITH ORDINALITY AS listed (kind, nth) CROSS JOIN LATERAL (
           SELECT * FROM place WHERE valid_to IS NULL AND kind = listed.kind ORDER BY search_name, id LIMIT $2
         ) named LIMIT $2
       )
       SELECT ${summaryColumns('found')} FROM found ORDER BY nth, search_name, id`,
      [kind ? [kind] : placeKinds, limit],
    );
  }

  /**
   * A place as it is now, or as it was at a moment, even if it has changed or ended since. Its addresses are always
   * those of now.
   */
  async find(id: string, at?: Date): Promise<PlaceInFull | undefined> {
    const [place] = await this.db.query<PlaceInFull[]>(
      `WITH version AS (
         SELECT id, kind, name, geom FROM place
         WHERE id = $1 AND CASE WHEN $2::timestamptz IS NULL THEN valid_to IS NULL
                                ELSE valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to) END
         UNION ALL
         SELECT p.id, p.kind, past.name, past.geom FROM place_past past JOIN place p ON p.id = past.place_id
         WHERE past.place_id = $1 AND past.valid_from <= $2 AND $2 < past.valid_to
       )
       SELECT ${summaryColumns('version')}, ST_AsGeoJSON(ST_Transform(geom, 4326), 7)::json AS geometry,
              (SELECT count(*)::int FROM address_place ap JOIN address a ON a.id = ap.address_id
               WHERE ap.place_id = version.id AND a.valid_to IS NULL) AS addresses
       FROM version`,
      [id, at ?? null],
    );
    return place;
  }

  /** Those of the places that exist now, in any order. */
  async among(ids: readonly string[]): Promise<PlaceSummary[]> {
    return this.db.query<PlaceSummary[]>(
      `WITH version AS (SELECT id, kind, name, geom FROM place WHERE id = ANY($1::uuid[]) AND valid_to IS NULL)
       SELECT ${summaryColumns('version')} FROM version`,
      [ids],
    );
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
   * The bounding box of the municipality: of all its polygons, since a border often comes in several. If no border was
   * imported, of all places. Undefined before the first import.
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
