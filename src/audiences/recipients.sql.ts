import type { Audience } from './audience.js';

/** Mobile first: a household with a mobile gets no call to its landline; or both. */
export type ChannelChoice = 'mobile-first' | 'both';

/** Why a phone in the audience is left out. The first that fits is the one told. */
export type SuppressionReason = 'protected-identity' | 'objection' | 'quarantined' | 'household-has-mobile';

/** A statement's text and its parameters, numbered from $1. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/**
 * Who an audience is, as common table expressions to put before a SELECT or an INSERT:
 *
 * - `audience_address (address_id)`: the addresses, none for a topic;
 * - `reached_address (address_id)`: those of them at which a phone is to be reached;
 * - `recipient (phone, channel, language, generated, suppressed)`: each phone once, however many addresses it is at;
 *   `suppressed` is a {@link SuppressionReason}, or null for who is to be reached.
 *
 * The preview and the enrolment use the same text, so what is shown is what is sent.
 */
export function recipientsSql(audience: Audience, channels: ChannelChoice): Sql {
  if ('topic' in audience) return { text: topicRecipients, parameters: [audience.topic] };
  if ('phone' in audience) return { text: onePhone, parameters: [audience.phone, audience.kind] };
  const addresses =
    'places' in audience
      ? { text: addressesAtPlaces, parameter: audience.places as unknown }
      : { text: addressesInPolygon, parameter: JSON.stringify(audience.polygon) };
  return {
    text: `audience_address AS MATERIALIZED (${addresses.text}), ${peopleAtAddresses}`,
    parameters: [addresses.parameter, channels],
  };
}

const addressesAtPlaces = `SELECT DISTINCT address_id FROM address_place WHERE place_id = ANY($1::uuid[])`;

// GeoJSON's edges are straight in longitude and latitude: a long one bends in the metric reference, by a hundred
// metres over fifty kilometres here, so it is cut into short ones first (0.005° is some 500 m; the error is then
// below a centimetre). A point on the border belongs: ST_Covers.
const addressesInPolygon = `
  SELECT a.id AS address_id
  FROM address a, (
    SELECT ST_Transform(ST_Segmentize(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326), 0.005),
      Find_SRID('public', 'address', 'point')) AS geom
  ) drawn
  WHERE a.valid_to IS NULL AND ST_Covers(drawn.geom, a.point)`;

// Joined once, and only with tables: of what WITH holds the planner knows nothing but its own guess, which for a place that
// is new since the last ANALYZE is one row. Two such lists joined were read whole for each row of each other; grouping and
// hashed IN take as long as the rows are many, however wrong the guess.
const peopleAtAddresses = `
  tie AS MATERIALIZED (
    SELECT at.phone, at.address_id, at.source, at.household, at.role, p.kind, p.language, p.generated,
      CASE
        -- Protected anywhere is protected here: one register may not know what another does.
        WHEN at.phone IN (SELECT phone FROM phone_address WHERE protected) THEN 'protected-identity'
        WHEN p.objected_at IS NOT NULL THEN 'objection'
        WHEN p.quarantine_reason IS NOT NULL THEN 'quarantined'
      END AS suppressed
    FROM audience_address JOIN phone_address at USING (address_id) JOIN phone p ON p.e164 = at.phone
  ),
  household AS (
    SELECT bool_or(kind = 'mobile' AND suppressed IS NULL) AS has_mobile,
      array_agg(phone) FILTER (WHERE kind = 'landline' AND role <> 'business') AS landlines
    FROM tie
    WHERE $2::text = 'mobile-first' AND household IS NOT NULL
    -- A household is told apart within its register: the same label in another may be other people.
    GROUP BY address_id, source, household
  ),
  -- Only a household that the register tells apart can be known to have a mobile; where it can't tell, the landline
  -- is called: told twice is better than missed. A business's landline is always called.
  covered_landline AS MATERIALIZED (
    SELECT phone FROM (
      SELECT unnest(landlines) AS phone, has_mobile FROM household WHERE landlines IS NOT NULL
      UNION ALL
      SELECT phone, false FROM tie WHERE kind = 'landline' AND (household IS NULL OR role = 'business')) home
    GROUP BY phone
    HAVING bool_and(has_mobile)
  ),
  -- A landline that is covered has a mobile beside it at each of its addresses.
  reached_address AS (SELECT DISTINCT address_id FROM tie WHERE suppressed IS NULL),
  recipient AS (
    SELECT phone, CASE min(kind) WHEN 'mobile' THEN 'sms' ELSE 'voice' END AS channel, min(language) AS language,
      bool_or(generated) AS generated,
      COALESCE(min(suppressed), CASE WHEN phone IN (SELECT phone FROM covered_landline) THEN 'household-has-mobile' END) AS suppressed
    FROM tie
    GROUP BY phone
  )`;

const noAddress = `audience_address AS (SELECT NULL::uuid AS address_id WHERE false),
  reached_address AS (SELECT NULL::uuid AS address_id WHERE false)`;

// An objection to alerts is no objection to what one subscribed to; a protected identity chose this herself.
const topicRecipients = `${noAddress}, recipient AS (
    SELECT s.phone, 'sms' AS channel, s.language, COALESCE(p.generated, false) AS generated,
      CASE WHEN p.quarantine_reason IS NOT NULL THEN 'quarantined' END AS suppressed
    FROM subscription s LEFT JOIN phone p ON p.e164 = s.phone
    WHERE s.topic_id = $1
  )`;

const onePhone = `${noAddress}, recipient AS (
    SELECT x.phone, CASE $2::text WHEN 'landline' THEN 'voice' ELSE 'sms' END AS channel,
      COALESCE(p.language, 'sv') AS language, COALESCE(p.generated, false) AS generated, NULL::text AS suppressed
    FROM (SELECT $1::text AS phone) x LEFT JOIN phone p ON p.e164 = x.phone
  )`;
