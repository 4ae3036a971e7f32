import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recipientsSql } from '../../audiences/recipients.sql.js';
import type { Broadcast } from '../../broadcasts/broadcast.js';
import { byChannelSql, channelListSql, channels, isInSegments } from '../../kernel/channel.js';
import { Log } from '../../platform/logging/log.js';
import { deliveriesEvents } from '../log-events.js';

/** How many deliveries of a channel make a batch. One sender claims a batch at a time. */
export const batchSizeSql = byChannelSql('channel', ({ batch }) => batch);

/**
 * Planned deliveries before suppressed ones, then by channel, then by phone number. The number is compared as a number:
 * comparing text uses the collation rules, which took an eighth of the time of an enrolment. E.164 has fifteen digits
 * at most.
 */
const orderSql = `(CASE WHEN r.suppressed IS NULL THEN ${byChannelSql('r.channel', (_, at) => at)} ELSE ${channels.length} END) * 1000000000000000
  + substr(r.phone, 2)::bigint`;

/** Milliseconds. A month's partition can be created an hour later, but whatever waits behind its lock can't wait. */
const lockPatienceMs = 200;

/** PostgreSQL's `lock_not_available`. */
const lockNotAvailable = '55P03';

/** Freezes an audience into the ledger, in set-based statements. */
@Injectable()
export class EnrolmentRepository {
  private readonly log = new Log('enrolment', deliveriesEvents);

  constructor(private readonly db: DataSource) {}

  /**
   * Creates the partitions for this month and the next two, long before they are needed. Safe to repeat: if a month's
   * lock can't be taken at once, that month is left for the next run.
   */
  async prepareMonths(): Promise<void> {
    for (const months of [0, 1, 2])
      await this.db
        .transaction(async (tx) => {
          await tx.query(`SET LOCAL lock_timeout = ${lockPatienceMs}`);
          await tx.query(`SELECT ensure_delivery_partition(now() + make_interval(months => $1))`, [months]);
        })
        .catch((error: unknown) => {
          if ((error as { code?: string }).code !== lockNotAvailable) throw error;
          this.log.write('ledger.month-not-created', { months });
        });
  }

  /**
   * Writes one row for each phone and channel, then cuts the planned ones into batches. Runs inside the approval's
   * transaction: all or nothing. The primary key rejects a phone a second time, even if everything else goes wrong.
   *
   * @returns how many are planned
   */
  async enrol(broadcast: Broadcast, tx: EntityManager): Promise<number> {
    if (broadcast.webOnly) return 0;
    // The partition exists already, unless the program has not run for months. Attaching it blocks no reader or writer.
    await tx.query('SELECT ensure_delivery_partition($1)', [broadcast.createdAt]);
    // A million rows are sorted and joined in memory. That may take longer than any page's statement.
    await tx.query(`SET LOCAL work_mem = '256MB'`);
    await tx.query(`SET LOCAL statement_timeout = '15min'`);
    const { text, parameters } = recipientsSql(broadcast.audience, broadcast.channels);
    const next = parameters.length + 1;
    const texts = broadcast.texts.map(({ language, segments }) => ({ language, segments }));
    await tx.query(
      `WITH ${text},
       said AS (SELECT language, segments FROM json_to_recordset($${next + 1}::json) AS t (language text, segments int))
       INSERT INTO delivery (broadcast_id, n, phone, channel, language, segments, generated, status, reason)
       SELECT $${next}::uuid,
         row_number() OVER (ORDER BY ${orderSql}),
         r.phone, r.channel,
         COALESCE(s.language, $${next + 2}),
         CASE WHEN r.channel IN ${channelListSql(isInSegments)} THEN COALESCE(s.segments, $${next + 3}::int) ELSE 1 END,
         r.generated,
         CASE WHEN r.suppressed IS NULL THEN 'planned' ELSE 'suppressed' END,
         r.suppressed
       FROM recipient r LEFT JOIN said s ON s.language = r.language`,
      [...parameters, broadcast.id, JSON.stringify(texts), texts[0]?.language, texts[0]?.segments],
    );
    await tx.query(
      `INSERT INTO delivery_batch (broadcast_id, channel, ns)
       SELECT broadcast_id, channel, array_agg(n ORDER BY n) FROM delivery
       WHERE broadcast_id = $1 AND status = 'planned'
       GROUP BY broadcast_id, channel, (n - 1) / (${batchSizeSql})
       ORDER BY min(n)`,
      [broadcast.id],
    );
    const [row] = await tx.query<{ planned: number }[]>(
      `SELECT COALESCE(sum(cardinality(ns)), 0)::int AS planned FROM delivery_batch WHERE broadcast_id = $1`,
      [broadcast.id],
    );
    return row?.planned ?? 0;
  }
}
