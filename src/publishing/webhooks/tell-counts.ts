import type { Report } from '../../broadcasts/broadcast-ledger.js';

/** Below this a count is not told: few people are somebody. */
const fewest = 5;

/** Outcomes that have a count of their own outside the municipality. `other` is the rest. */
const parts = ['delivered', 'undelivered', 'failed', 'rejected', 'noReceipt', 'other'] as const;
type Part = (typeof parts)[number];

/** A number; null for one to four, and for a number from which those could be worked out. */
export type ToldReport = Readonly<Record<'planned' | Part, number | null>>;

/**
 * The report as receivers outside get it. How many were left out, and why, is not in it. The sum less the parts that
 * are told must not tell a small part, so larger parts may have to be left out too.
 */
export function tellCounts(report: Report): ToldReport {
  const { planned, delivered, undelivered, failed, rejected, noReceipt } = report;
  const other = planned - delivered - undelivered - failed - rejected - noReceipt;
  const counts: Record<Part, number> = { delivered, undelivered, failed, rejected, noReceipt, other };
  const isSmall = (count: number) => count > 0 && count < fewest;
  const hidden = new Set<Part>(parts.filter((part) => isSmall(counts[part])));
  const rest = parts.filter((part) => counts[part] > 0 && !hidden.has(part));
  const sumHidden = () => [...hidden].reduce((sum, part) => sum + counts[part], 0);
  const givesAway = () => hidden.size === 1 || (hidden.size > 0 && sumHidden() < fewest);
  for (const part of rest.sort((a, b) => counts[a] - counts[b])) if (givesAway()) hidden.add(part);
  const isSumHidden = isSmall(planned) || givesAway();
  return {
    planned: isSumHidden ? null : planned,
    ...Object.fromEntries(parts.map((part) => [part, hidden.has(part) ? null : counts[part]])),
  } as ToldReport;
}
