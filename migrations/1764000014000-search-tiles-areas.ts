import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search by the parts of a name. An address or a designation is a head (letters: street and locality, or the tract) and
 * a number (what has a digit). There are thousands of either where there are hundreds of thousands of names, so what is
 * typed is looked for among the parts, and the names are then found by them. A trigram index over whole names had to
 * read and sort every name with a common syllable.
 */
export class SearchTilesAreas1764000014000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION search_head(search_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN regexp_replace(search_name, '\\S*[0-9]\\S*', '', 'g');
      CREATE FUNCTION search_number(search_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN coalesce(substring(search_name from '\\S*[0-9]\\S*'), '');

      -- The distinct parts of all names; one that is no longer in any stays, and finds nothing.
      CREATE TABLE search_part (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        role text NOT NULL CHECK (role IN ('place-head', 'place-number', 'address-head', 'address-number')),
        part text NOT NULL,
        UNIQUE (role, part)
      );

      -- An index that PostgreSQL does not have: kept as one is kept, whoever writes. One writer at a time, until it
      -- commits: so ids become visible in their order, and whoever has read up to one has missed none below.
      CREATE FUNCTION note_search_parts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('budkavle.search-part'));
        INSERT INTO search_part (role, part)
        SELECT DISTINCT TG_TABLE_NAME || part.role, part.text
        FROM (SELECT DISTINCT search_name FROM written) AS name, LATERAL
          (VALUES ('-head', search_head(search_name)), ('-number', search_number(search_name))) AS part (role, text)
        WHERE part.text <> ''
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE FUNCTION note_changed_search_parts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('budkavle.search-part'));
        INSERT INTO search_part (role, part)
        SELECT DISTINCT TG_TABLE_NAME || part.role, part.text
        FROM (SELECT search_name FROM written EXCEPT SELECT search_name FROM overwritten) AS name, LATERAL
          (VALUES ('-head', search_head(search_name)), ('-number', search_number(search_name))) AS part (role, text)
        WHERE part.text <> ''
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER place_parts_added AFTER INSERT ON place
        REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_search_parts();
      CREATE TRIGGER place_parts_changed AFTER UPDATE ON place
        REFERENCING NEW TABLE AS written OLD TABLE AS overwritten FOR EACH STATEMENT EXECUTE FUNCTION note_changed_search_parts();
      CREATE TRIGGER address_parts_added AFTER INSERT ON address
        REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_search_parts();
      CREATE TRIGGER address_parts_changed AFTER UPDATE ON address
        REFERENCING NEW TABLE AS written OLD TABLE AS overwritten FOR EACH STATEMENT EXECUTE FUNCTION note_changed_search_parts();

      INSERT INTO search_part (role, part)
      SELECT role, part FROM (
        SELECT DISTINCT 'place-head' AS role, search_head(search_name) AS part FROM place
        UNION SELECT DISTINCT 'place-number', search_number(search_name) FROM place
        UNION SELECT DISTINCT 'address-head', search_head(search_name) FROM address
        UNION SELECT DISTINCT 'address-number', search_number(search_name) FROM address
      ) known WHERE part <> '';

      -- Under names of their own first: whoever drops an index keeps everybody from reading until the transaction ends.
      CREATE INDEX place_search_by_parts ON place
        (search_head(search_name) text_pattern_ops, search_number(search_name) text_pattern_ops, kind)
        WHERE valid_to IS NULL;
      CREATE INDEX place_number ON place (search_number(search_name) text_pattern_ops, length(search_name))
        WHERE valid_to IS NULL;
      CREATE INDEX address_search_by_parts ON address (search_head(search_name) text_pattern_ops, search_number(search_name) text_pattern_ops)
        WHERE valid_to IS NULL;
      CREATE INDEX address_number ON address (search_number(search_name) text_pattern_ops, length(search_name))
        WHERE valid_to IS NULL;
      -- What is larger than a property is few, and asked for by its kind.
      CREATE INDEX place_kind ON place (kind, search_name) WHERE valid_to IS NULL;

      -- What a map shows far out, simplified for its zooms, and ('extent', level 0) the box around everything.
      CREATE TABLE map_overview (
        level smallint NOT NULL,
        layer text NOT NULL,
        id text NOT NULL,
        name text,
        geom geometry(Geometry, 3006) NOT NULL
      );
      CREATE INDEX map_overview_level ON map_overview (level);
      CREATE INDEX map_overview_id ON map_overview (id);

      -- Areas that staff made: rows of 'place' whose source is 'staff', and who changed each last.
      CREATE TABLE saved_area (
        place_id uuid PRIMARY KEY REFERENCES place,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        -- Another with every change, so that kept map tiles know theirs is over.
        version bigint NOT NULL GENERATED ALWAYS AS IDENTITY
      );
      CREATE UNIQUE INDEX saved_area_name ON place (search_name) WHERE source = 'staff' AND kind = 'area' AND valid_to IS NULL;

      DROP INDEX place_search, address_search;
      ALTER INDEX place_search_by_parts RENAME TO place_search;
      ALTER INDEX address_search_by_parts RENAME TO address_search;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE saved_area, map_overview;
      DROP INDEX saved_area_name, place_search, place_number, address_search, address_number, place_kind;
      DROP TRIGGER place_parts_added ON place;
      DROP TRIGGER place_parts_changed ON place;
      DROP TRIGGER address_parts_added ON address;
      DROP TRIGGER address_parts_changed ON address;
      DROP FUNCTION note_search_parts();
      DROP FUNCTION note_changed_search_parts();
      DROP TABLE search_part;
      DROP FUNCTION search_head(text);
      DROP FUNCTION search_number(text);
      CREATE INDEX place_search ON place USING gin (search_name gin_trgm_ops) WITH (fastupdate = off);
      CREATE INDEX address_search ON address USING gin (search_name gin_trgm_ops) WITH (fastupdate = off);
    `);
  }
}
