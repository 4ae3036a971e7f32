/**
 * The fields of an error that are logged. The error of a failed statement also has its parameters and, in `detail`, the
 * conflicting row. These may contain phone numbers, which must not be logged.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, table, constraint, query } = error as Error & Record<string, unknown>;
  return { type: error.name, message: error.message, stack: error.stack, code, table, constraint, query };
}
