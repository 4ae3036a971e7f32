import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Metric geometry is declared in SWEREF 99 TM here; `alignMetricReference` moves it to the configured reference
 * right after the migrations.
 */
export class Places1764000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS postgis;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE place (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('property', 'block', 'area', 'municipality')),
        name text NOT NULL,
        -- The name folded for search: lower case, no accents.
        search_name text NOT NULL,
        -- The dataset it came from (a profile's name) and its key there; together they make an import repeatable.
        source text NOT NULL,
        source_key text NOT NULL,
        geom geometry(MultiPolygon, 3006) NOT NULL,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz
      );
      CREATE UNIQUE INDEX place_current_key ON place (source, kind, source_key) WHERE valid_to IS NULL;
      CREATE INDEX place_key ON place (source, kind, source_key);
      CREATE INDEX place_geom ON place USING gist (geom);
      -- Without a list of entries that wait to be filed: nothing on the embedded database would ever file them.
      CREATE INDEX place_search ON place USING gin (search_name gin_trgm_ops) WITH (fastupdate = off);

      CREATE TABLE address (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        source_key text NOT NULL,
        -- The property it belongs to first of all; others it refers to hold it too, by address_place.
        property_id uuid REFERENCES place,
        -- The keys of all properties that its rows refer to, as its dataset wrote them, known here or not.
        property_keys text[] NOT NULL DEFAULT '{}',
        street text NOT NULL,
        number text NOT NULL,
        postal_code text,
        locality text,
        -- The folded address for search: street, number, locality.
        search_name text NOT NULL,
        point geometry(Point, 3006) NOT NULL,
        -- 'own' where the data had a point, 'property' where it was placed inside the property it refers to.
        point_source text NOT NULL CHECK (point_source IN ('own', 'property')),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz
      );
      CREATE UNIQUE INDEX address_current_key ON address (source, source_key) WHERE valid_to IS NULL;
      CREATE INDEX address_key ON address (source, source_key);
      CREATE INDEX address_point ON address USING gist (point);
      CREATE INDEX address_property ON address (property_id);
      CREATE INDEX address_search ON address USING gin (search_name gin_trgm_ops) WITH (fastupdate = off);

      -- Which current address lies in which current place, resolved at import: a property holds the addresses that
      -- refer to it (or, where they refer to none, lie in it), a block or an area those whose point it covers,
      -- a municipality all of its dataset and those it covers. It has no foreign keys: it is worked out from both tables
      -- in one statement, of which nothing is ever deleted, and to check each pair would take longer than to find it.
      CREATE TABLE address_place (
        place_id uuid NOT NULL,
        address_id uuid NOT NULL,
        PRIMARY KEY (place_id, address_id)
      );
      CREATE INDEX address_place_address ON address_place (address_id);

      -- Water and streets, for the background of the map only.
      CREATE TABLE map_feature (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source text NOT NULL,
        layer text NOT NULL,
        name text,
        geom geometry(Geometry, 3006) NOT NULL
      );
      CREATE INDEX map_feature_geom ON map_feature USING gist (geom);

      CREATE TABLE place_import (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        summary jsonb NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE place_import, map_feature, address_place, address, place;`);
  }
}
