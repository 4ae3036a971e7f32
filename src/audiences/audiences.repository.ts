import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Audience } from './audience.js';
import { recipientsSql, type ChannelChoice, type SuppressionReason } from './recipients.sql.js';

/** How many phones of one channel and language an audience holds, and why some are left out. */
export interface RecipientCount {
  readonly channel: 'sms' | 'voice';
  readonly language: string;
  /** null: to be reached. */
  readonly suppressed: SuppressionReason | null;
  readonly phones: number;
}

export interface AudienceCounts {
  readonly recipients: readonly RecipientCount[];
  readonly addresses: number;
  /** Addresses in the audience that no reached phone belongs to. */
  readonly unreachableAddresses: number;
}

export interface PolygonFacts {
  readonly valid: boolean;
  /** PostGIS's reason, and where: [longitude, latitude]. */
  readonly reason?: string;
  readonly at?: [number, number];
  /** Share of the area outside the municipality, 0–1. */
  readonly outside: number;
}

/** Read-only questions about who is where. */
@Injectable()
export class AudiencesRepository {
  constructor(private readonly db: DataSource) {}

  async count(
    audience: Audience,
    channels: ChannelChoice,
    within: EntityManager = this.db.manager,
  ): Promise<AudienceCounts> {
    const { text, parameters } = recipientsSql(audience, channels);
    const [row] = await within.query<
      { recipients: RecipientCount[] | null; addresses: string; unreachable: string }[]
    >(
      `WITH ${text}
       SELECT
         (SELECT json_agg(g) FROM (
            SELECT channel, language, suppressed, count(*)::int AS phones FROM recipient GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) g
         ) AS recipients,
         (SELECT count(*) FROM audience_address) AS addresses,
         (SELECT count(*) FROM audience_address) - (SELECT count(*) FROM reached_address) AS unreachable`,
      [...parameters],
    );
    return {
      recipients: row?.recipients ?? [],
      addresses: Number(row?.addresses ?? 0),
      unreachableAddresses: Number(row?.unreachable ?? 0),
    };
  }

  /** Which of the ids are no current places. */
  async unknownPlaces(ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT FROM place p WHERE p.id = id.id AND p.valid_to IS NULL)`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  async isOpenTopic(id: string): Promise<boolean> {
    return (
      (await this.db.query<unknown[]>(`SELECT 1 FROM topic WHERE id = $1 AND state = 'open'`, [id]))
        .length === 1
    );
  }

  /** What the audience is called on pages: the places' names, or the topic's. */
  async nameOf(audience: Audience): Promise<string> {
    if ('places' in audience) {
      const rows = await this.db.query<{ name: string }[]>(
        'SELECT name FROM place WHERE id = ANY($1::uuid[]) ORDER BY name',
        [audience.places],
      );
      const names = rows.map(({ name }) => name);
      return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} + ${names.length - 3}`;
    }
    if ('topic' in audience) {
      const [topic] = await this.db.query<{ name: string }[]>(
        `SELECT name->>'sv' AS name FROM topic WHERE id = $1`,
        [audience.topic],
      );
      return topic?.name ?? '';
    }
    return 'polygon' in audience ? 'Ritad yta' : 'En telefon';
  }

  /**
   * Whether PostGIS takes the polygon, and how much of it lies outside the municipality: all current municipality
   * places together, or, where none was imported, the extent of all places.
   */
  async polygonFacts(geojson: string): Promise<PolygonFacts> {
    const [validity] = await this.db.query<
      { valid: boolean; reason: string | null; x: number | null; y: number | null }[]
    >(
      `SELECT d.valid, d.reason, ST_X(d.location) AS x, ST_Y(d.location) AS y
       FROM ST_IsValidDetail(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326)) d`,
      [geojson],
    );
    if (!validity?.valid) {
      const { x = null, y = null } = validity ?? {};
      const at: [number, number] | undefined = x !== null && y !== null ? [x, y] : undefined;
      return { valid: false, reason: validity?.reason ?? 'unknown', at, outside: 1 };
    }
    const [cover] = await this.db.query<{ outside: number | null }[]>(
      `WITH home AS (
         SELECT COALESCE(
           (SELECT ST_Union(geom) FROM place WHERE kind = 'municipality' AND valid_to IS NULL),
           (SELECT ST_SetSRID(ST_Extent(geom)::geometry, Find_SRID('public', 'place', 'geom')) FROM place WHERE valid_to IS NULL)
         ) AS geom
       ),
       here AS (SELECT ST_Transform(geom, 4326) AS geom FROM home),
       drawn AS (SELECT ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326) AS geom)
       SELECT 1 - ST_Area(ST_Intersection(drawn.geom, here.geom)) / NULLIF(ST_Area(drawn.geom), 0) AS outside FROM drawn, here`,
      [geojson],
    );
    return { valid: true, outside: cover?.outside ?? 1 };
  }
}
