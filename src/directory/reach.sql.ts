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

/**
 * Why a phone is left out of alerts, wherever it is; null when it isn't. The first that fits is the one told.
 *
 * @param phone the number
 * @param row its row of `phone`, all null where it has none
 */
export const suppressionSql = (phone: string, row: string): string => `CASE
        -- Protected anywhere is protected here: one register may not know what another does.
        WHEN ${phone} IN (SELECT phone FROM phone_address WHERE protected) THEN 'protected-identity'
        WHEN ${row}.objected_at IS NOT NULL THEN 'objection'
        WHEN ${row}.quarantine_reason IS NOT NULL THEN 'quarantined'
      END`;

/**
 * Who is at some addresses and how they are reached, worked out from the registers: common table expressions, the last of
 * which is `fresh` with {@link reachColumns}. The one place that knows what a household is.
 *
 * @param addresses name of a list with `address_id`, each once
 * @param roles a parameter such as `$3::text[]`: who is at an address in another role isn't there; all when left out
 */
export const reachSql = (addresses: string, roles?: string): string => `
  -- Joined once, and only with tables: of what WITH holds the planner knows nothing but its own guess, which for a place
  -- that is new since the last ANALYZE is one row. Two such lists joined were read whole for each row of each other;
  -- grouping and hashed IN take as long as the rows are many, however wrong the guess.
  tie AS MATERIALIZED (
    SELECT at.phone, at.address_id, at.source, at.household, at.role, p.kind, p.language, p.generated,
      ${suppressionSql('at.phone', 'p')} AS suppressed
    FROM ${addresses} JOIN phone_address at USING (address_id) JOIN phone p ON p.e164 = at.phone
    ${roles ? `WHERE at.role = ANY(${roles})` : ''}
  ),
  -- A household is told apart within its register: the same label in another may be other people.
  household AS (
    SELECT address_id, bool_or(kind = 'mobile' AND suppressed IS NULL) AS has_mobile,
      array_agg(phone) FILTER (WHERE kind = 'landline' AND role <> 'business') AS landlines
    FROM tie
    WHERE household IS NOT NULL
    GROUP BY address_id, source, household
  ),
  -- Only a household that the register tells apart can be known to have a mobile; where it can't tell, the landline is
  -- called: told twice is better than missed. A business's landline is always called.
  home AS (
    SELECT address_id, unnest(landlines) AS phone, has_mobile FROM household WHERE landlines IS NOT NULL
    UNION ALL
    SELECT address_id, phone, false FROM tie WHERE kind = 'landline' AND (household IS NULL OR role = 'business')
  ),
  fresh AS (
    SELECT address_id, phone, min(kind) AS kind, min(language) AS language, bool_or(generated) AS generated,
      min(suppressed) AS suppressed, COALESCE(bool_and(has_mobile), false) AS covered,
      -- Perhaps; whoever keeps the row looks closer.
      true AS elsewhere,
      min(suppressed) IS NULL
        AND phone = min(CASE WHEN min(suppressed) IS NULL THEN phone END) OVER (PARTITION BY address_id) AS leads
    FROM (
      SELECT address_id, phone, kind, language, generated, suppressed, NULL::boolean AS has_mobile FROM tie
      UNION ALL
      SELECT address_id, phone, NULL, NULL, NULL, NULL, has_mobile FROM home
    ) known
    GROUP BY address_id, phone
  )`;
