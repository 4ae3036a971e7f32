import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource, EntityMetadata } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { entities } from './entities.js';

interface StoredColumn {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  readonly isKey: boolean;
}

// Also on the embedded database (migrations): the entities must fit the schema there too.
describe('the entities', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  const stored = (table: string): Promise<StoredColumn[]> =>
    db.query(
      `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS "isNullable",
         a.atthasdef OR a.attidentity <> '' AS "hasDefault",
         EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY(k.conkey)) AS "isKey"
       FROM pg_attribute a WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`,
      [table],
    );

  /** The columns of an entity in the same form as from `stored`. */
  const declared = ({ columns }: EntityMetadata): StoredColumn[] =>
    columns
      .map((column) => ({
        name: column.databaseName,
        type: db.driver.normalizeType(column) + (column.isArray ? '[]' : ''),
        isNullable: column.isNullable,
        hasDefault: column.default !== undefined || column.isGenerated,
        isKey: column.isPrimary,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));

  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s has exactly the columns of its table: names, types, nullability, defaults, keys',
    async (_, entity) => {
      const metadata = db.getMetadata(entity);
      const columns = await stored(metadata.tableName);
      expect(columns).not.toEqual([]);
      expect(declared(metadata)).toEqual(columns);
    },
  );

  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s has only foreign keys that its table has too',
    async (_, entity) => {
      const { tableName, foreignKeys, tablePath } = db.getMetadata(entity);
      const kept = await db.query<{ columns: string[]; refersTo: string }[]>(
        `SELECT confrelid::regclass::text AS "refersTo", ARRAY(
           SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY(conkey) ORDER BY 1) AS columns
         FROM pg_constraint WHERE contype = 'f' AND conrelid = to_regclass($1)`,
        [tableName],
      );
      expect(tablePath).toBe(tableName);
      for (const key of foreignKeys)
        expect(kept).toContainEqual({
          refersTo: key.referencedEntityMetadata.tableName,
          columns: key.columnNames.toSorted(),
        });
    },
  );

  it('are all in the list for connections without Nest', () => {
    const declaredIn = (name: string) =>
      readFileSync(`src/${name}`, 'utf8').match(/(?<=^@Entity\(.*\)\nexport class )\w+/gm) ?? [];
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const all = files.filter((name) => name.endsWith('.entity.ts')).flatMap(declaredIn);
    expect(entities.map(({ name }) => name).toSorted()).toEqual(all.toSorted());
  });
});
