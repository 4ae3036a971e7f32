import type { Audience } from './audience.js';
import type { SuppressionReason } from './recipients.sql.js';

/** No figure is told for these, not even rounded or together: two areas that differ by one house would locate somebody. */
const secret: ReadonlySet<string> = new Set<SuppressionReason>(['protected-identity', 'objection']);

/**
 * What may be told of who was left out: all that people without a secret would make by themselves. So an answer is the
 * same whether or not a protected identity lives there.
 *
 * @param counts phones per reason, as the database has them
 */
export function tellSuppressed(
  audience: Audience,
  counts: Readonly<Record<string, number>>,
): Record<string, number> {
  // How many had the message is known: less who is reached and less who is told, the rest would be the secret ones.
  if ('recipientsOf' in audience) return {};
  return Object.fromEntries(Object.entries(counts).filter(([reason]) => !secret.has(reason)));
}
