import type { EntityManager } from 'typeorm';

/**
 * Writes a whole table. If the table is empty, its indexes are dropped first and rebuilt after the write. Updating the
 * indexes row by row takes most of the time of a first import. A spatial index built row by row is also three times as
 * slow to search as one built from all rows at once. Indexes of constraints stay, for example the primary key.
 *
 * Dropping an index locks the table until the transaction ends. This blocks nobody who needs data: the table was empty.
 */
export async function bulkLoadIfEmpty<T>(
  table: string,
  write: () => Promise<T>,
  tx: EntityManager,
): Promise<T> {
  const [there] = await tx.query<{ filled: boolean }[]>(`SELECT EXISTS (SELECT FROM ${table}) AS filled`);
  if (there!.filled) return write();
  const indexes = await tx.query<{ name: string; definition: string }[]>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index i
     WHERE indrelid = $1::regclass
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
     ORDER BY name`,
    [table],
  );
  for (const { name } of indexes) await tx.query(`DROP INDEX ${name}`);
  const written = await write();
  for (const { definition } of indexes) await tx.query(definition);
  return written;
}
