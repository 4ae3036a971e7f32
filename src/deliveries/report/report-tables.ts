import type { Report } from '../../broadcasts/broadcast-ledger.js';
import { preferredLanguage } from '../../kernel/language.js';
import { reasonWording } from '../../messages/reason-words.js';
import { csvPieces, csvTable, type Row, type Separator } from './csv-table.js';
import { factsOf } from '../../kernel/channel.js';
import { statusWords } from '../delivery-words.js';
import type { DeliveryStatus } from '../delivery.js';
import type { DoubtfulDelivery } from './report.repository.js';
import { keyOf } from './report.js';

/** For people: Swedish words. For programs: the names of the API. */
export interface TableStyle {
  readonly separator: Separator;
  readonly inSwedish: boolean;
}

/** Swedish must be requested explicitly. Without a header, or with `*`, the table has the names of the API. */
export const asksForSwedish = (accept: string | undefined): boolean =>
  /(^|[,\s])sv\b/iu.test(accept ?? '') && preferredLanguage(accept) === 'sv';

const swedishStatus: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(keyOf).map(([status, key]) => [key, statusWords[status as DeliveryStatus].sv]),
  ),
  planned: 'Planerade',
  suppressed: 'Utelämnade från början',
};

/** The report as a table of `status,reason,count`. Statuses sum to `planned`, and reasons sum to their status. */
export function reportCsv(report: Report, { separator, inSwedish }: TableStyle): string {
  const { reasons, ...sums } = report;
  const statusOf = (status: string) => (inSwedish ? (swedishStatus[status] ?? status) : status);
  const reasonOf = (reason: string) => (inSwedish && reason !== '' ? reasonWording(reason).sv : reason);
  const rows = Object.entries(sums).map(([status, count]): Row => [statusOf(status), '', count]);
  for (const [key, count] of Object.entries(reasons)) {
    const [status = '', ...reason] = key.split(':');
    rows.push(
      reason.length === 0
        ? ['', reasonOf(status), count]
        : [statusOf(status), reasonOf(reason.join(':')), count],
    );
  }
  const head = inSwedish ? ['utfall', 'orsak', 'antal'] : ['status', 'reason', 'count'];
  return csvTable(head, rows, separator);
}

/** One row per delivery, with its events in order, as `kind at`. In pieces, because there may be many. */
export function doubtsCsv(
  doubts: AsyncIterable<readonly DoubtfulDelivery[]>,
  { separator, inSwedish }: TableStyle,
): AsyncGenerator<string> {
  const head = inSwedish
    ? ['nummer', 'kanal', 'utfall', 'orsak', 'skickat igen', 'händelser']
    : ['number', 'channel', 'status', 'reason', 'sent again', 'events'];
  const rowOf = ({ n, channel, status, reason, resent, events }: DoubtfulDelivery): Row => [
    n,
    inSwedish ? factsOf(channel).words.sv : channel,
    inSwedish ? statusWords[status].sv : status,
    inSwedish && reason !== null ? reasonWording(reason).sv : (reason ?? ''),
    inSwedish ? (resent ? 'ja' : 'nej') : resent ? 'yes' : 'no',
    events.map(({ kind, at }) => `${kind} ${at}`).join('; '),
  ];
  return csvPieces(head, doubts, rowOf, separator);
}
