import type { Audience } from './audience.js';
import type { SuppressionReason } from './recipients.sql.js';

/**
 * No number is shown for these reasons, not even rounded or summed: two areas that differ by one house would locate a
 * person.
 */
const secret: ReadonlySet<string> = new Set<SuppressionReason>(['protected-identity', 'objection']);

/**
 * The numbers about suppressed phones that may be shown: only those that people without a secret would produce. So the
 * answer is the same whether a protected identity lives there or not.
 *
 * @param counts phones per reason, as the database has them
 */
export function tellSuppressed(
  audience: Audience,
  counts: Readonly<Record<string, number>>,
): Record<string, number> {
  // The number of earlier recipients is known. Minus the reached and the shown ones, the rest would be the secret ones.
  if ('recipientsOf' in audience) return {};
  return Object.fromEntries(Object.entries(counts).filter(([reason]) => !secret.has(reason)));
}
