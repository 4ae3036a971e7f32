/**
 * What a log says of an error. A failed statement also carries its parameters and, in `detail`, the row it met: among
 * them are people's phones, which no log may hold.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, table, constraint, query } = error as Error & Record<string, unknown>;
  return { type: error.name, message: error.message, stack: error.stack, code, table, constraint, query };
}
