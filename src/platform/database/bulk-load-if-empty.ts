import type { EntityManager } from 'typeorm';

/**
 * Writes a whole table. Indexes that grow row by row take most of the time of a first import, and a spatial one grown so is
 * searched three times as slowly as one that is built of all rows at once: into an empty table the rows go without them, and
 * they are built once the rows are there. The table is shut until the transaction is over, so this is for where nobody
 * can miss it: nothing was there to be read. The primary key stays.
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
