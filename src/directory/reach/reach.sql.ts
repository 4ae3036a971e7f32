/** The columns of `reach`. A phone has one row per address, even if several registers have it there. */
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

/** Rows in `reach_due` up to which reading the whole list is fast. */
const shortList = 10_000;
/** Looking up this many addresses one by one takes as long as reading a list of some hundred thousand rows. */
const manyAddresses = 20_000;

/**
 * SQL that tells whether an address is due, that is, changed and not worked out yet. Write `(…) IS TRUE`: as a
 * condition of its own, the planner may turn it into a join, and the statistics of `reach_due` are always out of date.
 * Inside a test, it is a hash of the list, for any number of due rows, as long as `work_mem` has room for it: 128 MB
 * take some six million rows.
 *
 * A few addresses do not wait until a long list is read: each is looked up in the index of the list. The subquery asks
 * for the next address in order, which only the index can answer well. If it asked for an equal address, the planner
 * would read the whole list whenever it assumes that all rows are of one address.
 *
 * @param address one of the addresses
 * @param addresses name of the list of all addresses that are asked about
 */
export const isDueSql = (address: string, addresses: string): string => `CASE
    WHEN EXISTS (SELECT FROM reach_due OFFSET ${shortList}) AND NOT EXISTS (SELECT FROM ${addresses} OFFSET ${manyAddresses})
    THEN ${address} = (SELECT d.address_id FROM reach_due d WHERE d.address_id >= ${address} ORDER BY d.address_id LIMIT 1)
    ELSE ${address} IN (SELECT address_id FROM reach_due)
  END`;

/**
 * SQL for the reason why a phone is left out of alerts at all its addresses; null if it isn't. If several reasons
 * apply, it is the first of them.
 *
 * @param phone the number
 * @param row its row of `phone`; all null if it has none
 */
export const suppressionSql = (phone: string, row: string): string => `CASE
        -- A phone that is protected anywhere is protected here: one register may not know what another knows. This is
        -- an index lookup for each phone. A list of all protected phones would be read for each phone, if the planner
        -- takes it to be too long to hash.
        WHEN EXISTS (SELECT FROM phone_address hidden WHERE hidden.phone = ${phone} AND hidden.protected)
          OR ${row}.guarded_by <> '{}' THEN 'protected-identity'
        WHEN ${row}.objected_at IS NOT NULL THEN 'objection'
        WHEN ${row}.quarantine_reason IS NOT NULL THEN 'quarantined'
      END`;

/**
 * CTEs that work out from the registers who is at some addresses and how they are reached. The last one is `fresh`,
 * with {@link reachColumns}. This is the only place that defines what a household is.
 *
 * Right after an import the planner may take a million rows for one, or one for a million. So it gets no choice that
 * could be wrong: the registers are looked up by their indexes, address by address (LATERAL, fenced by OFFSET 0), and
 * the rest is sorted and grouped, never joined. The time grows with the number of rows, regardless of the estimate.
 *
 * @param addresses name of a list with `address_id`, each once
 * @param roles a parameter such as `$3::text[]`: phones in other roles are left out. Default: all roles
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
  -- A landline is covered if a mobile of its household is reached. That is known only for households that the register
  -- tells apart, and only within that register: the same label in another one may be other people. If the register
  -- can't tell, the landline is called: two alerts are better than none. A business's landline is always called.
  home AS (
    SELECT address_id, phone, kind, language, generated, suppressed,
      kind = 'landline' AND household IS NOT NULL AND role <> 'business'
        AND bool_or(kind = 'mobile' AND suppressed IS NULL) OVER (PARTITION BY address_id, source, household) AS covered
    FROM tie
  ),
  fresh AS (
    SELECT address_id, phone, kind, language, generated, suppressed, bool_and(covered) AS covered,
      -- Assumed. The statement that stores the row computes the real value.
      true AS elsewhere,
      suppressed IS NULL
        AND phone = min(CASE WHEN suppressed IS NULL THEN phone END) OVER (PARTITION BY address_id) AS leads
    FROM home
    -- All grouped columns but the first two belong to the phone, and are the same in each of its rows.
    GROUP BY address_id, phone, kind, language, generated, suppressed
  )`;
