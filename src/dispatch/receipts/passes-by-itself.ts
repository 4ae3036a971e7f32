/**
 * Classes of SQLSTATE that say nothing of what was asked: no connection, a server that only reads since another took over,
 * no right to log in, a deadlock, a schema that is older or newer than the program, no room, a lock or a cancel, the system
 * itself.
 */
const passing = ['08', '25', '28', '40', '42', '53', '55', '57', '58'];

/** Whether the same statement may succeed when it is tried again later: the database is away, or was busy. */
export function passesByItself(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  // Codes of five that are no SQLSTATE are the system's: ECONNREFUSED and the like are longer.
  if (typeof state === 'string')
    return /^[0-9A-Z]{5}$/.test(state) ? passing.includes(state.slice(0, 2)) : true;
  return error instanceof Error && /connection|terminated|timeout/i.test(error.message);
}
