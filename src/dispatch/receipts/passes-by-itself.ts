/**
 * SQLSTATE classes that do not depend on the statement: no connection, a server that is read-only after a failover, no
 * right to log in, a deadlock, a schema that is older or newer than the program, no space, a lock or a cancel, the
 * system itself.
 */
const passing = ['08', '25', '28', '40', '42', '53', '55', '57', '58'];

/** Whether the same statement may succeed later: the database is unavailable, or was busy. */
export function passesByItself(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  // A code that is not five characters is not an SQLSTATE but a system error, for example ECONNREFUSED.
  if (typeof state === 'string')
    return /^[0-9A-Z]{5}$/.test(state) ? passing.includes(state.slice(0, 2)) : true;
  return error instanceof Error && /connection|terminated|timeout/i.test(error.message);
}
