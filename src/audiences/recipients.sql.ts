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
 * - `recipient (phone, channel, language, generated, suppressed)`: each phone once, however many addresses it is at;
 *   `suppressed` is a {@link SuppressionReason}, or null for who is to be reached.
 *
 * The preview and the enrolment use the same text, so what is shown is what is sent.
 */
export function recipientsSql(audience: Audience, channels: ChannelChoice): Sql {
  if ('topic' in audience) return { text: topicRecipients, parameters: [audience.topic] };
  if ('phone' in audience) return { text: onePhone, parameters: [audience.phone] };
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

const peopleAtAddresses = `
  candidate AS MATERIALIZED (
    SELECT p.e164 AS phone, p.kind, p.language, p.generated, p.objected_at, p.quarantine_reason,
      -- Protected anywhere is protected here: one register may not know what another does.
      EXISTS (SELECT FROM phone_address every WHERE every.phone = p.e164 AND every.protected) AS protected
    FROM phone p
    WHERE EXISTS (SELECT FROM phone_address at JOIN audience_address USING (address_id) WHERE at.phone = p.e164)
  ),
  reachable AS MATERIALIZED (
    SELECT *, CASE
        WHEN protected THEN 'protected-identity'
        WHEN objected_at IS NOT NULL THEN 'objection'
        WHEN quarantine_reason IS NOT NULL THEN 'quarantined'
      END AS suppressed
    FROM candidate
  ),
  -- Only a household that the register tells apart can be known to have a mobile; where it can't tell, the landline
  -- is called: told twice is better than missed. A business's landline is always called.
  covered_landline AS MATERIALIZED (
    SELECT home.phone
    FROM reachable r
    JOIN phone_address home ON home.phone = r.phone
    JOIN audience_address USING (address_id)
    WHERE $2::text = 'mobile-first' AND r.kind = 'landline'
    GROUP BY home.phone
    HAVING bool_and(home.role <> 'business' AND home.household IS NOT NULL AND EXISTS (
      SELECT FROM phone_address mate
      JOIN reachable m ON m.phone = mate.phone
      WHERE mate.address_id = home.address_id AND mate.household = home.household
        AND m.kind = 'mobile' AND m.suppressed IS NULL))
  ),
  recipient AS (
    SELECT r.phone, CASE r.kind WHEN 'mobile' THEN 'sms' ELSE 'voice' END AS channel, r.language, r.generated,
      COALESCE(r.suppressed, CASE WHEN c.phone IS NOT NULL THEN 'household-has-mobile' END) AS suppressed
    FROM reachable r LEFT JOIN covered_landline c USING (phone)
  )`;

const noAddress = `audience_address AS (SELECT NULL::uuid AS address_id WHERE false)`;

// An objection to alerts is no objection to what one subscribed to; a protected identity chose this herself.
const topicRecipients = `${noAddress}, recipient AS (
    SELECT s.phone, 'sms' AS channel, s.language, COALESCE(p.generated, false) AS generated,
      CASE WHEN p.quarantine_reason IS NOT NULL THEN 'quarantined' END AS suppressed
    FROM subscription s LEFT JOIN phone p ON p.e164 = s.phone
    WHERE s.topic_id = $1
  )`;

const onePhone = `${noAddress}, recipient AS (
    SELECT x.phone, 'sms' AS channel, COALESCE(p.language, 'sv') AS language, COALESCE(p.generated, false) AS generated,
      NULL::text AS suppressed
    FROM (SELECT $1::text AS phone) x LEFT JOIN phone p ON p.e164 = x.phone
  )`;
