/**
 * The minimal SQL that loads the county's files into tables: COPY, the same indexes, and one statement that finds the
 * places of each address. It checks, repairs and compares nothing, and keeps no history. It uses a schema of its own.
 *
 * @param folder folder of the files, as the database's process sees it
 */
export const barePlaces = (folder: string): string => `
  DROP SCHEMA IF EXISTS bare CASCADE;
  CREATE SCHEMA bare;
  CREATE TABLE bare.place (id uuid NOT NULL, kind text NOT NULL, key text NOT NULL, name text NOT NULL,
    search_name text NOT NULL, geom geometry(MultiPolygon, 3006) NOT NULL);
  CREATE TABLE bare.address (id uuid NOT NULL, key text NOT NULL, property_id uuid, street text NOT NULL,
    number text NOT NULL, postal_code text, locality text, search_name text NOT NULL, point geometry(Point, 3006) NOT NULL);
  CREATE TABLE bare.address_place (place_id uuid NOT NULL, address_id uuid NOT NULL);
  CREATE TEMP TABLE feature (kind text DEFAULT 'property', line json) ON COMMIT DROP;
  ${copyLines(folder, 'properties', 'property')}
  ${copyLines(folder, 'blocks', 'block')}
  ${copyLines(folder, 'areas', 'area')}
  ${copyLines(folder, 'municipality', 'municipality')}
  INSERT INTO bare.place
  SELECT gen_random_uuid(), kind, key, min(name), ${folded('min(name)')}, ST_Multi(ST_Collect(geom))
  FROM (
    SELECT kind,
      coalesce(line->'properties'->>'key', line->'properties'->>'registerenhetsreferens') AS key,
      coalesce(line->'properties'->>'name',
        (line->'properties'->>'trakt') || ' ' || split_part(line->'properties'->>'etikett', '>', 1)) AS name,
      (ST_Dump(ST_SetSRID(ST_GeomFromGeoJSON(line->>'geometry'), 3006))).geom AS geom
    FROM feature
  ) piece GROUP BY kind, key;
  CREATE TEMP TABLE row (key text, street text, number text, postal_code text, locality text, property text,
    e float8, n float8) ON COMMIT DROP;
  COPY row FROM '${folder}/addresses.csv' (FORMAT csv, HEADER);
  CREATE UNIQUE INDEX ON bare.place (kind, key);
  INSERT INTO bare.address
  SELECT gen_random_uuid(), row.key, property.id, street, number, postal_code, locality,
    ${folded("street || ' ' || number || ' ' || locality")}, ST_SetSRID(ST_MakePoint(e, n), 3006)
  FROM row LEFT JOIN bare.place property ON property.kind = 'property' AND property.key = row.property;
  ALTER TABLE bare.place ADD PRIMARY KEY (id);
  ALTER TABLE bare.address ADD PRIMARY KEY (id);
  CREATE INDEX ON bare.place USING gist (geom);
  CREATE INDEX ON bare.place USING gin (search_name gin_trgm_ops) WITH (fastupdate = off);
  CREATE UNIQUE INDEX ON bare.address (key);
  CREATE INDEX ON bare.address USING gist (point);
  CREATE INDEX ON bare.address (property_id);
  CREATE INDEX ON bare.address USING gin (search_name gin_trgm_ops) WITH (fastupdate = off);
  ANALYZE bare.place, bare.address;
  INSERT INTO bare.address_place
  SELECT property_id, id FROM bare.address WHERE property_id IS NOT NULL
  UNION ALL
  SELECT p.id, a.id FROM bare.place p
  CROSS JOIN LATERAL (SELECT id FROM bare.address WHERE ST_Covers(p.geom, point) OFFSET 0) a
  WHERE p.kind <> 'property';
  ALTER TABLE bare.address_place ADD PRIMARY KEY (place_id, address_id);
  CREATE INDEX ON bare.address_place (address_id);
  ANALYZE bare.address_place;`;

/** Loads the phones and their addresses. Run it after {@link barePlaces}. */
export const barePhones = (folder: string): string => `
  CREATE TABLE bare.phone (e164 text NOT NULL, kind text NOT NULL, language text NOT NULL, objects boolean NOT NULL);
  CREATE TABLE bare.phone_address (phone text NOT NULL, address_id uuid NOT NULL, role text NOT NULL, household text,
    protected boolean NOT NULL);
  CREATE TEMP TABLE row (number text, address text, role text, household text, language text, protected text,
    objects text) ON COMMIT DROP;
  COPY row FROM '${folder}/phones.csv' (FORMAT csv, HEADER);
  INSERT INTO bare.phone
  SELECT number, CASE WHEN min(number) LIKE '+467%' THEN 'mobile' ELSE 'landline' END, min(language),
    bool_or(objects IS NOT NULL)
  FROM row GROUP BY number;
  INSERT INTO bare.phone_address
  SELECT row.number, a.id, role, household, protected IS NOT NULL FROM row JOIN bare.address a ON a.key = row.address;
  ALTER TABLE bare.phone ADD PRIMARY KEY (e164);
  ALTER TABLE bare.phone_address ADD PRIMARY KEY (phone, address_id);
  CREATE INDEX ON bare.phone_address (address_id);
  ALTER TABLE bare.phone_address ADD FOREIGN KEY (phone) REFERENCES bare.phone;
  ALTER TABLE bare.phone_address ADD FOREIGN KEY (address_id) REFERENCES bare.address;
  ANALYZE bare.phone, bare.phone_address;`;

/** Reads each line as one value: delimiter and quote are control characters. */
const copyLines = (folder: string, file: string, kind: string): string => `
  ALTER TABLE feature ALTER COLUMN kind SET DEFAULT '${kind}';
  COPY feature (line) FROM '${folder}/${file}.geojsonl' (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02');`;

const folded = (text: string): string => `translate(lower(${text}), 'åäöéü', 'aaoeu')`;
