import { StartRefused } from '../processes/start-refused.js';

/** SHA-256 of each migration's file, by the name of its class. */
export type Checksums = Readonly<Record<string, string>>;

/** Comparison of the migrations that ran in a database with those of the program. */
export interface MigrationState {
  /** Migrations of the program that have not run. */
  readonly missing: readonly string[];
  /** Migrations that ran here with another text than the program has now. */
  readonly changed: readonly string[];
  /** Migrations that ran here but that the program doesn't have: a newer or another program ran here. */
  readonly unknown: readonly string[];
  /** Migrations that ran before checksums were stored. */
  readonly unchecked: readonly string[];
}

interface Asks {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Compares the migrations of a database with those of the program. The database may be empty. */
export async function migrationState(db: Asks, checksums: Checksums): Promise<MigrationState> {
  const ran = (await ranMigrations(db)) ?? [];
  const kept = await keptChecksums(db);
  const changed = (name: string) => kept.has(name) && kept.get(name) !== checksums[name];
  return {
    missing: Object.keys(checksums).filter((name) => !ran.includes(name)),
    changed: ran.filter((name) => name in checksums && changed(name)),
    unknown: ran.filter((name) => !(name in checksums)),
    unchecked: ran.filter((name) => name in checksums && !kept.has(name)),
  };
}

/** The names of the migrations that ran; undefined on an empty database. */
export async function ranMigrations(db: Asks): Promise<string[] | undefined> {
  if (!(await hasTable(db, 'migrations'))) return undefined;
  const rows = (await db.query('SELECT name FROM migrations ORDER BY timestamp')) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** @throws StartRefused if a migration ran here with another text: later migrations may depend on the present text */
export async function refuseDrift(db: Asks, checksums: Checksums): Promise<void> {
  const { changed } = await migrationState(db, checksums);
  if (changed.length === 0) return;
  throw new StartRefused(
    `These migrations ran in this database with another text than this program has: ${changed.join(', ')}. ` +
      'The database was made by a development version. Nothing was changed. Run the program that made it, ' +
      'or restore a backup that a released version made.',
  );
}

/** Stores the checksums of migrations that have just run. Safe to repeat. */
export async function keepChecksums(db: Asks, names: readonly string[], checksums: Checksums): Promise<void> {
  const known = names.filter((name) => name in checksums);
  if (known.length === 0 || !(await hasTable(db, 'migration_checksum'))) return;
  await db.query(
    `INSERT INTO migration_checksum (name, checksum) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (name) DO NOTHING`,
    [known, known.map((name) => checksums[name])],
  );
}

async function keptChecksums(db: Asks): Promise<Map<string, string>> {
  if (!(await hasTable(db, 'migration_checksum'))) return new Map();
  const rows = (await db.query('SELECT name, checksum FROM migration_checksum')) as {
    name: string;
    checksum: string;
  }[];
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function hasTable(db: Asks, table: string): Promise<boolean> {
  const [row] = (await db.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])) as {
    there: boolean;
  }[];
  return row!.there;
}
