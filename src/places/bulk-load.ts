import type { EntityManager } from 'typeorm';

/**
 * Writes a whole table. A trigram index that grows row by row takes most of the time of a first import; into an empty
 * table the rows go without it, and it is built once they are there. It is taken away only where nobody can miss it.
 */
export async function fillingIfEmpty(
  { table, index }: { readonly table: string; readonly index: string },
  write: () => Promise<unknown>,
  db: EntityManager,
): Promise<void> {
  const [there] = await db.query<{ definition: string; filled: boolean }[]>(
    `SELECT pg_get_indexdef($1::regclass) AS definition, EXISTS (SELECT FROM ${table}) AS filled`,
    [index],
  );
  if (there!.filled) {
    await write();
    return;
  }
  await db.query(`DROP INDEX ${index}`);
  await write();
  await db.query(there!.definition);
}
