import { discloseSuppressed } from '../audiences/preview-audience.js';
import type { Report } from '../broadcasts/broadcast-ledger.js';
import { csvTable, type Row, type Separator } from './csv-table.js';
import type { DeliveryStatus } from './delivery.js';
import { percent, type DoubtfulDelivery, type StatusCount } from './report.repository.js';

export const keyOf: Readonly<
  Record<Exclude<DeliveryStatus, 'suppressed'>, Exclude<keyof Report, 'planned' | 'suppressed' | 'reasons'>>
> = {
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

/** Sums the ledger's counts into the report: `planned` is what its parts make, never a number kept elsewhere. */
export function writeReport(counts: readonly StatusCount[]): Report {
  const sums = Object.fromEntries(Object.values(keyOf).map((key) => [key, 0])) as Record<
    (typeof keyOf)[keyof typeof keyOf],
    number
  >;
  const reasons: Record<string, number> = {};
  const suppressions: Record<string, number> = {};
  let suppressed = 0;
  const add = (to: Record<string, number>, key: string, n: number) => (to[key] = (to[key] ?? 0) + n);
  for (const { status, reason, deliveries, confirmed, resent } of counts) {
    if (status === 'suppressed') {
      suppressed += deliveries;
      add(suppressions, reason ?? 'unknown', deliveries);
      continue;
    }
    sums[keyOf[status]] += deliveries;
    if (reason !== null) add(reasons, `${keyOf[status]}:${reason}`, deliveries);
    if (confirmed > 0) add(reasons, 'confirmed-by-key', confirmed);
    if (resent > 0) add(reasons, 'sent-again-after-doubt', resent);
  }
  for (const [reason, n] of Object.entries(discloseSuppressed(suppressions)))
    add(reasons, `suppressed:${reason}`, n);
  const planned = Object.values(sums).reduce((sum, n) => sum + n, 0);
  return { planned, suppressed, ...sums, reasons };
}

export function percentOf(report: Report): number {
  const open = report.pending + report.sending + report.accepted + report.sent + report.inDoubt;
  return percent(report.planned - open, report.planned);
}

/** The report as a table of `status,reason,count`; statuses sum to `planned`, reasons to their status. */
export function reportCsv(report: Report, separator: Separator): string {
  const { reasons, ...sums } = report;
  const rows: Row[] = Object.entries(sums).map(([status, count]) => [status, '', count]);
  for (const [key, count] of Object.entries(reasons)) {
    const [status = '', ...reason] = key.split(':');
    rows.push(reason.length === 0 ? ['', status, count] : [status, reason.join(':'), count]);
  }
  return csvTable(['status', 'reason', 'count'], rows, separator);
}

/** A delivery a row; what happened to it, in order, as `kind at`. */
export function doubtsCsv(doubts: readonly DoubtfulDelivery[], separator: Separator): string {
  const rows = doubts.map(({ n, channel, status, reason, resent, events }) => [
    n,
    channel,
    status,
    reason ?? '',
    resent ? 'yes' : 'no',
    events.map(({ kind, at }) => `${kind} ${at}`).join('; '),
  ]);
  return csvTable(['number', 'channel', 'status', 'reason', 'sent again', 'events'], rows, separator);
}
