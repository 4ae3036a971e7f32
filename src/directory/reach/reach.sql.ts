/** Columns of a row of reach: a phone at an address, once, whatever registers have it there. */
export const reachColumns = [
  'address_id',
  'phone',
  'kind',
  'language',
  'generated',
  'suppressed',
  'covered',
  'elsewhere',
  'leads',
] as const;

/** Rows on the list of what is due, up to which it is quickly read. */
const shortList = 10_000;
/** So many addresses are looked up one by one in the time in which a list of some hundred thousand rows is read. */
const manyAddresses = 20_000;

/**
 * Whether an address is due to be worked out anew. Write `(…) IS TRUE`: as a condition of its own the
 * planner may make a join of it, and `reach_due` is a list whose statistics are always out of date. Within a test it is a hash of the list,
 * however many are due, as long as `work_mem` has room for it: 128 MB take some six million rows.
 *
 * Few addresses do not wait for a long list to be read: each is looked up by the index of the list. Asked for is the next
 * address in order, which only the index can answer well. For an equal one the planner reads the whole list, if it takes it
 * to be of one address.
 *
 * @param address one of the addresses
 * @param addresses name of the list of all that are asked about
 */
export const isDueSql = (address: string, addresses: string): string => `CASE
    WHEN EXISTS (SELECT FROM reach_due OFFSET ${shortList}) AND NOT EXISTS (SELECT FROM ${addresses} OFFSET ${manyAddresses})
    THEN ${address} = (SELECT d.address_id FROM reach_due d WHERE d.address_id >= ${address} ORDER BY d.address_id LIMIT 1)
    ELSE ${address} IN (SELECT address_id FROM reach_due)
  END`;

/**
 * Why a phone is left out of alerts, wherever it is; null when it isn't. The first that fits is the one told.
 *
 * @param phone the number
 * @param row its row of `phone`, all null where it has none
 */
export const suppressionSql = (phone: string, row: string): string => `CASE
        -- Protected anywhere is protected here: one register may not know what another does. Asked for each phone by the
        -- index: a list of all of them would be read for each phone, where the planner takes it to be too long to hash.
        WHEN EXISTS (SELECT FROM phone_address hidden WHERE hidden.phone = ${phone} AND hidden.protected)
          OR ${row}.guarded_by <> '{}' THEN 'protected-identity'
        WHEN ${row}.objected_at IS NOT NULL THEN 'objection'
        WHEN ${row}.quarantine_reason IS NOT NULL THEN 'quarantined'
      END`;

/**
 * Who is at some addresses and how they are reached, worked out from the registers: common table expressions, the last of
 * which is `fresh` with {@link reachColumns}. The one place that knows what a household is.
 *
 * Right after an import the planner may take a million rows for one, or one for a million. So it is left no choice that
 * could be wrong: the registers are looked up by their indexes, address by address (LATERAL, fenced by OFFSET 0), and what
 * follows is sorted and grouped, never joined. The time grows with the number of rows, whatever the estimate.
 *
 * @param addresses name of a list with `address_id`, each once
 * @param roles a parameter such as `$3::text[]`: who is at an address in another role isn't there; all when left out
 */
export const reachSql = (addresses: string, roles?: string): string => `
  tie AS (
    SELECT ${addresses}.address_id, found.*
    FROM ${addresses} CROSS JOIN LATERAL (
      SELECT at.phone, at.source, at.household, at.role, p.kind, p.language, p.generated,
        ${suppressionSql('at.phone', 'p')} AS suppressed
      FROM phone_address at CROSS JOIN LATERAL (SELECT * FROM phone WHERE e164 = at.phone OFFSET 0) p
      WHERE at.address_id = ${addresses}.address_id ${roles ? `AND at.role = ANY(${roles})` : ''}
      OFFSET 0
    ) found
  ),
  -- Only a household that the register tells apart can be known to have a mobile, and it is told apart within its register:
  -- the same label in another may be other people. Where it can't tell, the landline is called: told twice is better than
  -- missed. A business's landline is always called.
  home AS (
    SELECT address_id, phone, kind, language, generated, suppressed,
      kind = 'landline' AND household IS NOT NULL AND role <> 'business'
        AND bool_or(kind = 'mobile' AND suppressed IS NULL) OVER (PARTITION BY address_id, source, household) AS covered
    FROM tie
  ),
  fresh AS (
    SELECT address_id, phone, kind, language, generated, suppressed, bool_and(covered) AS covered,
      -- Perhaps; whoever keeps the row looks closer.
      true AS elsewhere,
      suppressed IS NULL
        AND phone = min(CASE WHEN suppressed IS NULL THEN phone END) OVER (PARTITION BY address_id) AS leads
    FROM home
    -- All but the first two are the phone's own, the same in each of its rows.
    GROUP BY address_id, phone, kind, language, generated, suppressed
  )`;
