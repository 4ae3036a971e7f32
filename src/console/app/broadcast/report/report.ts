import type { Report } from '../../api/answers.js';

/** What the report counts. */
type Part = Exclude<keyof Report, 'reasons'>;
export type Outcome = Exclude<Part, 'planned' | 'suppressed'>;

/** What may become of a planned delivery, the good first and the rare last. */
export const outcomes: readonly Outcome[] = [
  'pending',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'noReceipt',
  'undelivered',
  'failed',
  'rejected',
  'inDoubt',
  'unknown',
  'cancelled',
  'expired',
];

export interface ReportRow {
  readonly outcome: Outcome;
  readonly count: number;
  /** Why, with how many, where the API says so; the most common first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
}

export interface ReportTable {
  readonly rows: readonly ReportRow[];
  readonly sum: number;
  readonly planned: number;
  readonly addsUp: boolean;
  readonly suppressed: number;
  readonly suppressedReasons: readonly (readonly [reason: string, count: number])[];
  /** What is told of deliveries across their outcomes, e.g. how many calls were confirmed by key. */
  readonly remarks: readonly (readonly [remark: string, count: number])[];
}

/** The report as a table that shows its own sum; rows of nothing are left out, but for what was delivered. */
export function reportTable(report: Report): ReportTable {
  const rows = outcomes
    .map((outcome) => ({
      outcome,
      count: numberOf(report, outcome),
      reasons: reasonsOf(report, outcome),
    }))
    .filter(({ outcome, count }) => count > 0 || outcome === 'delivered');
  const sum = rows.reduce((total, { count }) => total + count, 0);
  const planned = numberOf(report, 'planned');
  return {
    rows,
    sum,
    planned,
    addsUp: sum === planned,
    suppressed: numberOf(report, 'suppressed'),
    suppressedReasons: reasonsOf(report, 'suppressed'),
    remarks: reasonsGiven(report).filter(([key]) => !key.includes(':')),
  };
}

/** @param report undefined until it was approved */
export const numberOf = (report: Partial<Report> | undefined, part: Part): number => report?.[part] ?? 0;

/** Reasons are keyed `outcome:reason`. */
const reasonsOf = (report: Report, outcome: Part): (readonly [string, number])[] =>
  reasonsGiven(report)
    .filter(([key]) => key.startsWith(`${outcome}:`))
    .map(([key, count]) => [key.slice(outcome.length + 1), count] as const)
    .sort(([, a], [, b]) => b - a);

const reasonsGiven = ({ reasons }: Report): [string, number][] => Object.entries(reasons);
