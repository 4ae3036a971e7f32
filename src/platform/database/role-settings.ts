import { escapeIdentifier, escapeLiteral } from 'pg';

interface Asks {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Settings of a database role, as `pg_settings` writes them. */
export type RoleSettings = Readonly<Record<string, string>>;

/** Maximum time in milliseconds that a transaction may be idle, waiting for its program. */
const maxIdleMs = 30_000;

/**
 * Settings for all statements of web and workers. They are set on the role, because a pooler such as PgBouncer does not
 * pass on connection options.
 *
 * - `jit`: off. The planner starts JIT compilation because of a cost estimate, and here it takes longer than the
 *   statement itself.
 * - `random_page_cost`: low. Reading a row by its key is cheap on modern disks and from memory. With the default, the
 *   planner scans a month of deliveries instead of looking up two thousand.
 * - `idle_in_transaction_session_timeout`: a program that freezes during a transaction, or whose machine dies, keeps
 * its
 *   row locks. The database ends its session.
 *
 * @param statementTimeout milliseconds after which the database cancels a statement
 */
export const settingsOfRole = (statementTimeout: number): RoleSettings => ({
  jit: 'off',
  random_page_cost: '1.1',
  statement_timeout: String(statementTimeout),
  idle_in_transaction_session_timeout: String(maxIdleMs),
});

/** The embedded database has one shared session: nothing is set there. */
const notEmbedded = `version() NOT LIKE '%PGlite%'`;

/** The settings of this session that differ from the wanted ones, with their present values. */
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
 * Sets the settings on the connected role and on `otherRole`, in this database. They apply to sessions that start
 * later. Safe to repeat.
 *
 * @param otherRole the role of web and workers, if it is not the connected role
 * @returns the statements that the connected role may not run; a role with more rights must run them
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

/** No permission (42501), or the role does not exist in the database (42704): only a pooler knows it. */
const isRefused = (error: unknown): boolean =>
  ['42501', '42704'].includes((error as { code?: string } | null)?.code ?? '');
