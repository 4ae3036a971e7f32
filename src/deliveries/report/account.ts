import type { Tariff } from '../../audiences/estimate.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import type { Account, ChannelAccount, Pace } from '../../broadcasts/broadcast-ledger.js';
import { channels, isInSegments, type Channel } from '../../kernel/channel.js';
import type { SentCount } from '../ledger/sums.sql.js';
import { paceSeconds } from '../ledger/sums.sql.js';
import { isWithdrawn } from '../withdrawn.js';

type Prices = Readonly<Record<Channel, Pick<Tariff[Channel], 'unitOre'>>>;

/**
 * What was sent on each channel, and its cost at the configured prices. A phone whose owner objected or became a
 * protected identity after the approval of an alert counts as sent, as in the report.
 *
 * @returns undefined if the ledger was disposed of by an older program that did not keep these sums
 */
export function accountOf(
  { kind }: Pick<Broadcast, 'kind'>,
  counts: readonly SentCount[],
  prices: Prices,
): Account | undefined {
  const planned = counts.filter(({ status }) => status !== 'suppressed');
  if (planned.some(({ placed }) => placed === null)) return undefined;
  const of = (channel: Channel): ChannelAccount => {
    const rows = planned.filter((row) => row.channel === channel);
    const sent = rows.filter(({ reason }) => kind === 'alert' || !isWithdrawn(reason));
    const units = total(sent, ({ placed, parts }) => (isInSegments(channel) ? parts : placed) ?? 0);
    return {
      planned: total(rows, ({ deliveries }) => deliveries),
      delivered: total(rows, ({ status, deliveries }) => (status === 'delivered' ? deliveries : 0)),
      units,
      costOre: Math.round(units * prices[channel].unitOre),
    };
  };
  return Object.fromEntries(channels.map((channel) => [channel, of(channel)])) as Account;
}

/** Seconds. A rate measured over a shorter time of sending is a guess. */
const tooShort = 5;

/**
 * The current rate of sending, and how long the rest takes at that rate. Texts and calls are sent in parallel.
 *
 * @returns undefined if the broadcast is not being sent, has just begun, or has nothing left to send
 */
export function paceOf(
  { state, startedAt }: Pick<Broadcast, 'state' | 'startedAt'>,
  counts: readonly SentCount[],
  now: Date,
): Pace | undefined {
  if (state !== 'sending' || !startedAt) return undefined;
  const window = Math.min(paceSeconds, (now.getTime() - startedAt.getTime()) / 1000);
  if (window < tooShort) return undefined;
  const lanes = channels
    .map((channel) => {
      const rows = counts.filter((row) => row.channel === channel);
      const left = total(rows, ({ status, deliveries }) => (status === 'planned' ? deliveries : 0));
      return { left, perSecond: total(rows, ({ recent }) => recent) / window };
    })
    .filter(({ left }) => left > 0);
  if (lanes.length === 0) return undefined;
  const perMinute = Math.round(60 * lanes.reduce((sum, { perSecond }) => sum + perSecond, 0));
  const stands = lanes.some(({ perSecond }) => perSecond === 0);
  const secondsLeft = Math.ceil(Math.max(...lanes.map(({ left, perSecond }) => left / perSecond)));
  return { perMinute, ...(stands ? {} : { secondsLeft }) };
}

const total = (rows: readonly SentCount[], of: (row: SentCount) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
