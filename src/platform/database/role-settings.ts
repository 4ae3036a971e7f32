import { escapeIdentifier, escapeLiteral } from 'pg';

interface Asks {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Settings of a database role, as `pg_settings` writes them. */
export type RoleSettings = Readonly<Record<string, string>>;

/** Longest that a transaction may wait for its own program, in milliseconds. */
const maxIdleMs = 30_000;

/**
 * What web and workers need of every statement. Compiling a statement takes longer here than running it, and is begun
 * for the sake of an estimate. To read a row by its key is cheap, on disks of today and from memory; else the planner
 * would rather read a month of deliveries than look up two thousand. They are settings of the role, since a pooler such
 * as PgBouncer hands no connection options on.
 *
 * A program that is frozen, or whose machine is gone, in the middle of a transaction holds its rows for everybody: the
 * database ends its session.
 *
 * @param statementTimeout milliseconds after which the database gives a statement up
 */
export const settingsOfRole = (statementTimeout: number): RoleSettings => ({
  jit: 'off',
  random_page_cost: '1.1',
  statement_timeout: String(statementTimeout),
  idle_in_transaction_session_timeout: String(maxIdleMs),
});

/** The embedded database is one session that all share: nothing is set there. */
const notEmbedded = `version() NOT LIKE '%PGlite%'`;

/** What holds in this session and is not as wanted. */
export async function settingsAmiss(db: Asks, wanted: RoleSettings): Promise<RoleSettings> {
  const rows = (await db.query(
    `SELECT name, setting FROM pg_settings WHERE name = ANY($1) AND ${notEmbedded}`,
    [Object.keys(wanted)],
  )) as { name: string; setting: string }[];
  return Object.fromEntries(
    rows.filter(({ name, setting }) => setting !== wanted[name]).map(({ name, setting }) => [name, setting]),
  );
}

/** The statements that give a role the settings in one database. */
export const settingStatements = (role: string, database: string, settings: RoleSettings): string[] =>
  Object.entries(settings).map(
    ([name, value]) =>
      `ALTER ROLE ${escapeIdentifier(role)} IN DATABASE ${escapeIdentifier(database)} SET ${name} = ${escapeLiteral(value)};`,
  );

/**
 * Gives roles the settings in this database; sessions that begin later have them. Safe to repeat.
 *
 * @param otherRole the role of web and workers, where it is not the one connected
 * @returns the statements that this role may not run: whoever may has to
 */
export async function keepRoleSettings(
  db: Asks,
  settings: RoleSettings,
  otherRole?: string,
): Promise<string[]> {
  const [here] = (await db.query(
    `SELECT current_user AS role, current_database() AS database, ${notEmbedded} AS apt`,
  )) as { role: string; database: string; apt: boolean }[];
  const { role, database, apt } = here!;
  if (!apt) return [];
  const refused: string[] = [];
  for (const each of new Set([role, otherRole ?? role])) {
    const lacking = await lackingSettings(db, each, settings);
    for (const statement of settingStatements(each, database, lacking))
      await db.query(statement).catch((error: unknown) => {
        if (!isRefused(error)) throw error;
        refused.push(statement);
      });
  }
  return refused;
}

async function lackingSettings(db: Asks, role: string, wanted: RoleSettings): Promise<RoleSettings> {
  const rows = (await db.query(
    `SELECT unnest(s.setconfig) AS kept
     FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole JOIN pg_database d ON d.oid = s.setdatabase
     WHERE r.rolname = $1 AND d.datname = current_database()`,
    [role],
  )) as { kept: string }[];
  const kept = new Set(rows.map((row) => row.kept));
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !kept.has(`${name}=${value}`)));
}

/** Not allowed to, or the role is known to a pooler alone. */
const isRefused = (error: unknown): boolean =>
  ['42501', '42704'].includes((error as { code?: string } | null)?.code ?? '');
