import { tellSuppressed } from '../../audiences/tell-suppressed.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { Report } from '../../broadcasts/broadcast-ledger.js';
import type { DeliveryStatus } from '../delivery.js';
import type { StatusCount } from '../ledger/sums.sql.js';
import { isWithdrawn } from '../withdrawn.js';

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

/**
 * Sums the ledger's counts into the report. `planned` is the sum of its parts, never a number stored elsewhere.
 * Suppressed phones are reported by the rules of {@link tellSuppressed}, and `suppressed` is the sum of those reported.
 */
export function writeReport(
  { kind, audience }: Pick<Broadcast, 'kind' | 'audience'>,
  counts: readonly StatusCount[],
): Report {
  const sums = Object.fromEntries(Object.values(keyOf).map((key) => [key, 0])) as Record<
    (typeof keyOf)[keyof typeof keyOf],
    number
  >;
  const reasons: Record<string, number> = {};
  const suppressions: Record<string, number> = {};
  const add = (to: Record<string, number>, key: string, n: number) => (to[key] = (to[key] ?? 0) + n);
  for (const { status, reason, deliveries, confirmed, resent } of counts) {
    if (status === 'suppressed') {
      add(suppressions, reason ?? 'unknown', deliveries);
      continue;
    }
    // Objected or became a protected identity after the approval: counts as undelivered, and the reason is not shown.
    if (kind === 'alert' && isWithdrawn(reason)) {
      sums.undelivered += deliveries;
      continue;
    }
    sums[keyOf[status]] += deliveries;
    if (reason !== null) add(reasons, `${keyOf[status]}:${reason}`, deliveries);
    if (confirmed > 0) add(reasons, 'confirmed-by-key', confirmed);
    if (resent > 0) add(reasons, 'sent-again-after-doubt', resent);
  }
  const told = tellSuppressed(audience, suppressions);
  for (const [reason, n] of Object.entries(told)) add(reasons, `suppressed:${reason}`, n);
  const total = (parts: Readonly<Record<string, number>>) =>
    Object.values(parts).reduce((sum, n) => sum + n, 0);
  const [planned, suppressed] = [total(sums), total(told)];
  return { planned, suppressed, ...sums, reasons };
}
