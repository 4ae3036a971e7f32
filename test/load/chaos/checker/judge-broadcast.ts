import type { Ordered, Row } from './story.js';

/** A broadcast's report, as the staff API gives it. */
export type ReportTold = Readonly<Record<string, unknown>>;

/** The report's parts, by the status of the rows they count. Its `planned` is their sum, without `suppressed`. */
const parts: Readonly<Record<string, string>> = {
  planned: 'pending',
  sending: 'sending',
  accepted: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  rejected: 'rejected',
  'no-receipt': 'noReceipt',
  'in-doubt': 'inDoubt',
  unknown: 'unknown',
  cancelled: 'cancelled',
  expired: 'expired',
};

/** The parts of a report that count unfinished deliveries. */
export const openParts = ['pending', 'sending', 'accepted', 'sent', 'inDoubt'] as const;

/** The state in which a broadcast must end. */
export const endOf = ({ isCancelled }: Pick<Ordered, 'isCancelled'>): string =>
  isCancelled ? 'cancelled' : 'completed';

/** Reasons that the report gives no figure for. */
const untold = ['protected-identity', 'objection'];

export interface BroadcastFindings {
  /** Phones of the audience that are not in the ledger. */
  readonly missed: readonly string[];
  readonly unexplained: readonly string[];
}

/** Checks that the ledger has every phone of the audience once and no other, and that the report matches the rows. */
export function judgeBroadcast(
  { audience, isCancelled }: Pick<Ordered, 'audience' | 'isCancelled'>,
  rows: readonly Pick<Row, 'phone' | 'status' | 'reason'>[],
  report: ReportTold,
  state: string,
): BroadcastFindings {
  const unexplained: string[] = [];
  const phones = new Set(rows.map(({ phone }) => phone));
  if (phones.size !== rows.length)
    unexplained.push(`${rows.length - phones.size} phones are twice in the ledger`);
  const strangers = [...phones].filter((phone) => !audience.has(phone));
  if (strangers.length > 0)
    unexplained.push(`${strangers.length} phones of another audience, e.g. ${strangers[0]!}`);
  if (state !== endOf({ isCancelled })) unexplained.push(`ended as ${state}`);

  const counts = new Map<string, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  for (const [status, part] of Object.entries(parts)) {
    const counted = counts.get(status) ?? 0;
    if (report[part] !== counted)
      unexplained.push(`the report says ${part} ${String(report[part])}, the rows ${counted}`);
  }
  const sum = Object.values(parts).reduce((all, part) => all + Number(report[part]), 0);
  if (report['planned'] !== sum)
    unexplained.push(`planned is ${String(report['planned'])}, and the sum of its parts is ${sum}`);
  const suppressed = counts.get('suppressed') ?? 0;
  const told = rows.filter(
    ({ status, reason }) => status === 'suppressed' && !untold.includes(reason ?? ''),
  ).length;
  if (report['suppressed'] !== told) unexplained.push(`suppressed differs from the rows' ${told}`);
  if (sum + suppressed !== audience.size)
    unexplained.push(`${sum + suppressed} rows for ${audience.size} phones`);
  return { missed: [...audience].filter((phone) => !phones.has(phone)), unexplained };
}
