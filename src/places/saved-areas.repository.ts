import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { foldForSearch } from './search/fold-for-search.js';
import { refreshInMapOverview } from './map/map-overview.js';
import type { BoundingBox } from './place-queries.repository.js';
import { nameSkeleton } from '../kernel/plain-name.js';
import { staffSource } from '../kernel/reserved-sources.js';
import { asOneShape } from './drawn-parts.sql.js';
import { AreaImportRunning, type AreaShape } from './saved-area.js';

export interface SavedAreaRow {
  readonly id: string;
  readonly name: string;
  readonly boundingBox: BoundingBox;
  readonly addresses: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

interface Change {
  readonly id: string;
  readonly memberId: string;
  readonly now: Date;
}

// A long edge of GeoJSON becomes a curve in the metric reference (ADR 8).
const metric = (shape: AreaShape): string =>
  'polygon' in shape
    ? `SELECT ST_Multi(${asOneShape(
        `ST_Transform(ST_Segmentize(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326), 0.005),
           Find_SRID('public', 'place', 'geom'))`,
      )}) AS geom`
    : `SELECT ST_Multi(ST_CollectionExtract(ST_Union(geom), 3)) AS geom
       FROM place WHERE id = ANY($1::uuid[]) AND valid_to IS NULL`;
const given = (shape: AreaShape): unknown =>
  'polygon' in shape ? JSON.stringify(shape.polygon) : shape.places;

/** Milliseconds that a save waits for other saves. 3 s was too short for twelve at once on a busy machine. */
const patienceMs = 15_000;

/** Places that staff made, and the addresses in them. */
@Injectable()
export class SavedAreas {
  constructor(private readonly db: DataSource) {}

  /**
   * Runs saves one after the other, and none while an import works out which address is in which place: neither would
   * see what the other did.
   *
   * @throws area.import-running
   */
  async atomically<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      // Other saves take a moment; an import takes minutes.
      await tx.query(`SET LOCAL lock_timeout = ${patienceMs}`);
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.saved-areas'))`);
      await tx.query('SET LOCAL lock_timeout = DEFAULT');
      const [turn] = await tx.query<{ ours: boolean }[]>(
        `SELECT pg_try_advisory_xact_lock(hashtext('budkavle.place-import')) AS ours`,
      );
      if (!turn!.ours) throw AreaImportRunning();
      return work(tx);
    });
  }

  async list(): Promise<SavedAreaRow[]> {
    return this.db.query<SavedAreaRow[]>(
      `SELECT p.id, p.name, s.changed_by AS "changedBy", s.changed_at AS "changedAt",
              (SELECT json_build_array(ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b))
               FROM (SELECT Box2D(ST_Transform(p.geom, 4326)) AS b OFFSET 0) box) AS "boundingBox",
              (SELECT count(*)::int FROM address_place ap JOIN address a ON a.id = ap.address_id
               WHERE ap.place_id = p.id AND a.valid_to IS NULL) AS addresses
       FROM saved_area s JOIN place p ON p.id = s.place_id WHERE p.valid_to IS NULL ORDER BY p.search_name`,
    );
  }

  async nameOf(id: string, tx: EntityManager): Promise<string | undefined> {
    const [row] = await tx.query<{ name: string }[]>(
      'SELECT name FROM place WHERE id = $1 AND source = $2 AND valid_to IS NULL',
      [id, staffSource],
    );
    return row?.name;
  }

  /** Whether another current area has this name in any spelling, or one that looks the same. */
  async isTaken(name: string, butFor: string, tx: EntityManager): Promise<boolean> {
    const rows = await tx.query<{ name: string }[]>(
      `SELECT name FROM place WHERE kind = 'area' AND valid_to IS NULL AND id <> $1`,
      [butFor],
    );
    return rows.some(
      (area) =>
        foldForSearch(area.name) === foldForSearch(name) || nameSkeleton(area.name) === nameSkeleton(name),
    );
  }

  async hasPlaces(ids: readonly string[], tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM place WHERE id = ANY($1::uuid[]) AND valid_to IS NULL',
      [ids],
    );
    return row!.count === ids.length;
  }

  async add(name: string, shape: AreaShape, change: Change, tx: EntityManager): Promise<void> {
    await tx.query(
      `WITH shape AS (${metric(shape)})
       INSERT INTO place (id, kind, name, search_name, source, source_key, geom, valid_from)
       SELECT $2::uuid, 'area', $3, $4, $5, $2::uuid::text, geom, $6::timestamptz FROM shape`,
      [given(shape), change.id, name, foldForSearch(name), staffSource, change.now],
    );
    await this.settle(change, tx, shape);
  }

  /** Changes an area, and keeps its former state. */
  async change(name: string, shape: AreaShape | undefined, change: Change, tx: EntityManager): Promise<void> {
    const { id, now } = change;
    await tx.query(
      `INSERT INTO place_past (place_id, name, geom, valid_from, valid_to)
       SELECT id, name, geom, valid_from, $2 FROM place WHERE id = $1 AND valid_from < $2`,
      [id, now],
    );
    await tx.query(
      `UPDATE place SET name = $2, search_name = $3, valid_from = greatest(valid_from, $4) WHERE id = $1`,
      [id, name, foldForSearch(name), now],
    );
    if (shape)
      await tx.query(
        `WITH shape AS (${metric(shape)}) UPDATE place SET geom = shape.geom FROM shape WHERE id = $2`,
        [given(shape), id],
      );
    await this.settle(change, tx, shape);
  }

  /** Ends an area without deleting it: a broadcast of last year still names it. */
  async end(change: Change, tx: EntityManager): Promise<void> {
    await tx.query('UPDATE place SET valid_to = greatest($2, valid_from) WHERE id = $1', [
      change.id,
      change.now,
    ]);
    await this.settle(change, tx);
  }

  /**
   * Stores which addresses are in the area and who changed it, and updates the map. Idempotent.
   *
   * @param shape if it has changed
   */
  private async settle({ id, memberId, now }: Change, tx: EntityManager, shape?: AreaShape): Promise<void> {
    // An area made of other saved areas is stored with their places: it keeps them even if those areas are redrawn.
    await tx.query(
      `INSERT INTO saved_area (place_id, changed_by, changed_at, places)
       SELECT $1, $2, $3, array_agg(DISTINCT part.id)
       FROM unnest($4::uuid[]) AS chosen (id) LEFT JOIN saved_area s ON s.place_id = chosen.id
         CROSS JOIN unnest(CASE WHEN s.place_id IS NULL THEN ARRAY[chosen.id] ELSE s.places END) AS part (id)
       ON CONFLICT (place_id) DO UPDATE SET changed_by = $2, changed_at = $3, version = DEFAULT,
         places = CASE WHEN $5::boolean THEN excluded.places ELSE saved_area.places END`,
      [id, memberId, now, shape && 'places' in shape ? shape.places : [], shape !== undefined],
    );
    // The fence (OFFSET 0) makes the planner look up the polygon in the index of points, as in an import.
    const inside = `SELECT p.id AS place_id, a.id AS address_id FROM place p CROSS JOIN LATERAL (
        SELECT a.id FROM address a WHERE a.valid_to IS NULL AND ST_Covers(p.geom, a.point) OFFSET 0) a
      WHERE p.id = $1 AND p.valid_to IS NULL
      UNION
      SELECT p.id, ap.address_id FROM place p JOIN saved_area s ON s.place_id = p.id
        JOIN address_place ap ON ap.place_id = ANY(s.places)
      WHERE p.id = $1 AND p.valid_to IS NULL`;
    await tx.query(
      `WITH inside AS MATERIALIZED (${inside}), gone AS (
         DELETE FROM address_place WHERE place_id = $1 AND address_id NOT IN (SELECT address_id FROM inside))
       INSERT INTO address_place SELECT * FROM inside ON CONFLICT DO NOTHING`,
      [id],
    );
    await refreshInMapOverview(id, tx);
  }
}
