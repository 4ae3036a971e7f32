import type { Report } from '../../api/answers.js';

/** The figures that the report counts. */
type Part = Exclude<keyof Report, 'reasons'>;
export type Outcome = Exclude<Part, 'planned' | 'suppressed'>;

/** The outcomes of a planned delivery: good ones first, rare ones last. */
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
  /** Reasons with their counts, as far as the API gives them; the most common first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
}

export interface ReportTable {
  readonly rows: readonly ReportRow[];
  readonly sum: number;
  readonly planned: number;
  readonly addsUp: boolean;
  readonly suppressed: number;
  readonly suppressedReasons: readonly (readonly [reason: string, count: number])[];
  /** Facts that apply to deliveries of several outcomes, e.g. how many calls were confirmed by key. */
  readonly remarks: readonly (readonly [remark: string, count: number])[];
}

/** The report as a table with its own sum. Empty rows are omitted, except the delivered. */
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

/** @param report undefined until approval */
export const numberOf = (report: Partial<Report> | undefined, part: Part): number => report?.[part] ?? 0;

/** Reasons are keyed `outcome:reason`. */
const reasonsOf = (report: Report, outcome: Part): (readonly [string, number])[] =>
  reasonsGiven(report)
    .filter(([key]) => key.startsWith(`${outcome}:`))
    .map(([key, count]) => [key.slice(outcome.length + 1), count] as const)
    .sort(([, a], [, b]) => b - a);

const reasonsGiven = ({ reasons }: Report): [string, number][] => Object.entries(reasons);
