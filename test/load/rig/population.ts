import type { DataSource } from 'typeorm';
import { newId } from '../../../src/kernel/ids.js';

export interface PopulationSettings {
  readonly phones: number;
  /** Share of the phones that are landlines, 0–1. */
  readonly landlines?: number;
}

/** Phones per address: a household of two or three, as in a real register. */
const phonesAnAddress = 2.5;

/**
 * Fills an empty, migrated database with made-up phones, all marked as generated, at addresses of one area.
 *
 * The first phones are the mobiles, in rising order of their numbers.
 *
 * @returns the area's id
 */
export async function populate(
  db: DataSource,
  { phones, landlines = 0 }: PopulationSettings,
): Promise<string> {
  const area = newId();
  const mobiles = Math.round(phones * (1 - landlines));
  const addresses = Math.ceil(phones / phonesAnAddress);
  await db.query(
    `INSERT INTO place (id, kind, name, search_name, source, source_key, geom)
     VALUES ($1, 'area', 'Alla', 'alla', 'load', 'all',
       ST_Multi(ST_MakeEnvelope(800000, 7250000, 850000, 7300000, (SELECT Find_SRID('public', 'place', 'geom')))))`,
    [area],
  );
  await db.query(
    `INSERT INTO address (id, source, source_key, street, number, search_name, point, point_source)
     SELECT gen_random_uuid(), 'load', i::text, 'Gatan', i::text, 'gatan ' || i,
       ST_SetSRID(ST_MakePoint(801000 + i % 40000, 7251000 + i / 40000 * 10), (SELECT Find_SRID('public', 'address', 'point'))), 'own'
     FROM generate_series(1, $1::int) AS i`,
    [addresses],
  );
  await db.query(`INSERT INTO address_place (place_id, address_id) SELECT $1::uuid, id FROM address`, [area]);
  await db.query(
    `INSERT INTO phone (e164, kind, language, generated)
     SELECT CASE WHEN i <= $2 THEN '+4670' || lpad(i::text, 7, '0') ELSE '+46920' || (200000 + i - $2)::text END,
       CASE WHEN i <= $2 THEN 'mobile' ELSE 'landline' END, 'sv', true
     FROM generate_series(1, $1::int) AS i`,
    [phones, mobiles],
  );
  await db.query(
    `WITH home AS (SELECT id, row_number() OVER (ORDER BY source_key::int) AS n FROM address),
     p AS (SELECT e164, row_number() OVER (ORDER BY kind DESC, e164) AS n FROM phone)
     INSERT INTO phone_address (phone, address_id, role, source)
     SELECT p.e164, home.id, 'resident', 'load' FROM p JOIN home ON home.n = (p.n - 1) % $1::int + 1`,
    [addresses],
  );
  await db.query('VACUUM (ANALYZE) place, address, address_place, phone, phone_address');
  return area;
}
