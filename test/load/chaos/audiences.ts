import type { DataSource } from 'typeorm';
import { newId } from '../../../src/kernel/ids.js';

/**
 * Makes an area of every `everyAddress`th address of a populated register.
 *
 * @returns the area's id
 */
export async function areaOfEvery(everyAddress: number, db: DataSource): Promise<string> {
  const area = newId();
  await db.query(
    `INSERT INTO place (id, kind, name, search_name, source, source_key, geom)
     SELECT $1, 'area', 'Var ' || $2, 'var ' || $2, 'load', 'every ' || $2, geom FROM place WHERE source_key = 'all'`,
    [area, String(everyAddress)],
  );
  await db.query(
    `INSERT INTO address_place (place_id, address_id)
     SELECT $1::uuid, id FROM address WHERE number::int % $2::int = 0`,
    [area, everyAddress],
  );
  return area;
}

/** The phones of a kind in the register, in rising order. */
export async function phonesOf(kind: 'mobile' | 'landline', db: DataSource): Promise<string[]> {
  const rows = await db.query<{ e164: string }[]>('SELECT e164 FROM phone WHERE kind = $1 ORDER BY e164', [
    kind,
  ]);
  return rows.map(({ e164 }) => e164);
}
