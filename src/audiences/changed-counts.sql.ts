import { reachSql } from '../directory/reach/reach.sql.js';
import type { Sql } from '../platform/database/sql.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';

const columns = ['address_id', 'phone', 'kind', 'language', 'suppressed', 'covered', 'leads'] as const;
const from = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');

/** Selects reach rows of some of the changed addresses. */
const known = (which: string): string => `SELECT ${from('r')}
        FROM changed CROSS JOIN LATERAL (SELECT * FROM reach WHERE address_id = changed.address_id OFFSET 0) r
        WHERE ${which}`;

/**
 * A cached count of places, corrected by the changes since. Common table expressions, the last of which is `corrected
 * (recipients, addresses, reached)`. It has no row if the earlier state is unknown.
 *
 * It counts the phones that were or are at the changed addresses: it subtracts them as they were, and adds them as they
 * are. If such a phone also has other addresses in the places, those addresses are included unchanged. So the cost
 * depends on the size of the change, not on the size of the places.
 *
 * @param of the row of `kept_count`: a condition, and its parameters from `$3`
 */
export function changedCountsSql(
  { places, channels }: { readonly places: readonly string[]; readonly channels: ChannelChoice },
  [of, parameters]: readonly [condition: string, parameters: readonly unknown[]],
): Sql {
  const held = (address: string): string =>
    `EXISTS (SELECT FROM address_place ap WHERE ap.address_id = ${address} AND ap.place_id = ANY($1::uuid[]))`;
  return {
    text: `base AS MATERIALIZED (
        SELECT counts, refresh_id FROM kept_count
        WHERE ${of}
          -- All later refreshes are still on the list, which is cut at its beginning, and the rows they replaced are
          -- known.
          AND EXISTS (SELECT FROM reach_refresh r WHERE r.id = refresh_id)
          AND NOT EXISTS (SELECT FROM reach_refresh r WHERE r.id > refresh_id AND NOT r.remembered)
      ),
      -- Each changed address of the places once. Column was: its rows when it was counted, which means before the first
      -- later refresh; null if no refresh has worked it out since. Column is_due: whether it must still be worked out.
      changed AS MATERIALIZED (
        SELECT address_id, bool_or(is_due) AS is_due,
          (array_agg(people ORDER BY refresh_id) FILTER (WHERE people IS NOT NULL))[1] AS was
        FROM (
          SELECT address_id, true AS is_due, NULL::bigint AS refresh_id, NULL::jsonb AS people FROM reach_due
          UNION ALL
          SELECT w.address_id, false, w.refresh_id, w.people FROM base JOIN reach_was w ON w.refresh_id > base.refresh_id
        ) c
        WHERE ${held('c.address_id')} GROUP BY address_id
      ),
      due AS MATERIALIZED (SELECT address_id FROM changed WHERE is_due),
      ${reachSql('due')},
      before AS MATERIALIZED (
        SELECT ${from('row')}
        FROM changed CROSS JOIN LATERAL jsonb_populate_recordset(NULL::reach, changed.was) row
        UNION ALL
        ${known('changed.was IS NULL')}
      ),
      after AS MATERIALIZED (
        SELECT ${from('f')} FROM fresh f
        UNION ALL
        ${known('NOT changed.is_due')}
      ),
      touched AS (SELECT phone FROM before UNION SELECT phone FROM after),
      -- Other addresses of those phones. Sorting is used because CTEs have no statistics: a join of two of them may
      -- read one completely for each row of the other.
      elsewhere AS (
        SELECT phone, address_id FROM (
          SELECT phone, address_id, bool_or(phone IS NULL) OVER (PARTITION BY address_id) AS is_changed
          FROM (
            SELECT DISTINCT touched.phone, at.address_id
            FROM touched CROSS JOIN LATERAL (SELECT address_id FROM phone_address WHERE phone = touched.phone OFFSET 0) at
            UNION ALL
            SELECT NULL, address_id FROM changed
          ) known
        ) other
        WHERE phone IS NOT NULL AND NOT is_changed AND ${held('other.address_id')}
      ),
      beside AS MATERIALIZED (
        SELECT ${from('r')} FROM elsewhere CROSS JOIN LATERAL (
          SELECT * FROM reach WHERE address_id = elsewhere.address_id AND phone = elsewhere.phone OFFSET 0) r
      ),
      difference AS (
        ${['before', 'after']
          .map(
            (
              when,
            ) => `SELECT ${when === 'before' ? -1 : 1} AS phones, min(kind) AS kind, min(language) AS language,
          min(suppressed) AS suppressed, bool_and(covered) AS covered
        FROM (SELECT * FROM ${when} UNION ALL SELECT * FROM beside) known GROUP BY phone`,
          )
          .join(' UNION ALL ')}
      ),
      counted AS (
        SELECT channel, language, suppressed, phones
        FROM base CROSS JOIN LATERAL json_to_recordset(base.counts::json->'recipients')
          AS kept (channel text, language text, suppressed text, phones int)
        UNION ALL
        SELECT channel_of(kind), language,
          COALESCE(suppressed, CASE WHEN covered AND $2::text = 'mobile-first' THEN 'household-has-mobile' END), phones
        FROM difference
      ),
      corrected AS (
        SELECT
          (SELECT json_agg(g) FROM (
            SELECT channel, language, suppressed, sum(phones)::int AS phones FROM counted
            GROUP BY 1, 2, 3 HAVING sum(phones) <> 0 ORDER BY 1, 2, 3) g
          ) AS recipients,
          (counts->>'addresses')::int AS addresses,
          (counts->>'addresses')::int - (counts->>'unreachableAddresses')::int
            + (SELECT count(*) FROM after WHERE leads)::int - (SELECT count(*) FROM before WHERE leads)::int AS reached
        FROM base
      )`,
    parameters: [places, channels, ...parameters],
  };
}
