import { asOneShape } from '../places/drawn-parts.sql.js';
import { isDueSql, reachColumns, reachSql, suppressionSql } from '../directory/reach/reach.sql.js';
import type { ChannelChoice } from '../kernel/channel-choice.js';
import type { Sql } from '../platform/database/sql.js';
import type { AreaAudience, Audience } from './audience.js';
import { familyOfSql, sameTextSql } from './family.sql.js';

/** Why a phone in the audience is left out. The first reason that applies is used. */
export type SuppressionReason =
  'protected-identity' | 'objection' | 'quarantined' | 'household-has-mobile' | 'already-told';

/**
 * The people of an audience, as common table expressions to put before a SELECT or an INSERT:
 *
 * - `audience_address (address_id)`: the addresses; none for a topic;
 * - `here`: one row per phone and address, with its `reach` columns; only if there are addresses;
 * - `reached_address (address_id)`: those of the addresses where a phone will be reached;
 * - `recipient (phone, channel, language, generated, suppressed)`: each phone once, even if it has several addresses;
 *   `suppressed` is a {@link SuppressionReason}, or null if the phone will be reached.
 *
 * The preview and the enrolment use the same text, so what is shown is what is sent.
 */
export function recipientsSql(audience: Audience, channels: ChannelChoice): Sql {
  if ('topic' in audience) return { text: topicRecipients, parameters: [audience.topic] };
  if ('phone' in audience) return { text: onePhone, parameters: [audience.phone, audience.kind] };
  if ('recipientsOf' in audience) {
    const had = audience.sameText ? sameTextSql('$1::uuid') : familyOfSql('$1::uuid');
    return { text: earlierRecipients(had), parameters: [audience.recipientsOf] };
  }
  const { text, parameters, sources } = peopleSql(audience);
  const told = audience.beyond === undefined ? [] : [audience.beyond];
  const channel = `$${parameters.length + 1}::text`;
  const earlier = told.length > 0 ? `$${parameters.length + 2}::uuid` : undefined;
  return {
    text: `${text},
      here AS (${sources.map((source) => `SELECT * FROM ${source}`).join(' UNION ALL ')}),
      ${peopleHere(channel, earlier)}`,
    parameters: [...parameters, channels, ...told],
  };
}

/** The addresses of an area and the people at them, before the choice of recipients. */
export interface PeopleSql extends Sql {
  /** The lists that together hold the people: one row per phone and address, with its `reach` columns. */
  readonly sources: readonly string[];
}

/** The first half of {@link recipientsSql}, for an area: `audience_address`, and the lists that make up `here`. */
export function peopleSql(audience: AreaAudience): PeopleSql {
  const parameters: unknown[] = [];
  const given = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const addresses = addressesOf(audience, given);
  // A single place is read from its table: NOT MATERIALIZED allows a parallel scan.
  const onePlace = isOnePlace(audience);
  const kept = onePlace ? 'NOT MATERIALIZED' : 'MATERIALIZED';
  const people = audience.roles ? inRoles(given(audience.roles, 'text[]')) : inAllRoles(onePlace);
  return {
    text: `audience_address AS ${kept} (${addresses}), ${people}`,
    parameters,
    sources: audience.roles ? ['fresh'] : ['known', 'fresh'],
  };
}

const isOnePlace = ({ places, polygon, near, minus }: AreaAudience): boolean =>
  places?.length === 1 && !polygon && !near && !minus;

/** Adds a parameter with its type. @returns its placeholder in the statement */
type Given = (value: unknown, type: string) => string;

/** The addresses of an area, each once: all addresses of its parts, without those of `minus`. */
export function addressesOf({ places, polygon, near, minus }: AreaAudience, given: Given): string {
  const at = (ids: readonly string[]): string =>
    // The addresses of one place are distinct already.
    `SELECT ${ids.length > 1 ? 'DISTINCT ' : ''}address_id FROM address_place WHERE place_id = ANY(${given(ids, 'uuid[]')})`;
  const parts = [
    ...(places ? [at(places)] : []),
    ...(polygon ? [addressesInPolygon(given(JSON.stringify(polygon), 'text'))] : []),
    ...(near ? [addressesNear(given(JSON.stringify(near), 'json'))] : []),
  ];
  const all = parts.join(' UNION ');
  return minus ? `(${all}) EXCEPT (${at(minus.places)})` : all;
}

/**
 * Some addresses of an area, each once: at least `fewest`, or all of them. It ends as soon as it has them, where
 * {@link addressesOf} compares all.
 */
export function someAddressesOf(
  { places = [], polygon, near = [], minus }: AreaAudience,
  fewest: number,
  given: Given,
): string {
  const parts = [
    `SELECT address_id FROM address_place WHERE place_id = ANY(${given(places, 'uuid[]')})`,
    ...(polygon ? [addressesInPolygon(given(JSON.stringify(polygon), 'text'))] : []),
    ...near.map((thing) => addressesAround(given(JSON.stringify([thing]), 'json'))),
  ];
  // An address is found at most once in each place, in the drawing and around each thing.
  const most = fewest * (places.length + 1 + near.length);
  return `SELECT DISTINCT address_id FROM (
    SELECT address_id FROM (${parts.join(' UNION ALL ')}) found
    WHERE NOT EXISTS (
      SELECT FROM address_place m
      WHERE m.place_id = ANY(${given(minus?.places ?? [], 'uuid[]')}) AND m.address_id = found.address_id)
    LIMIT ${most}) some_of_them`;
}

// GeoJSON's edges are straight in longitude and latitude. A long one is a curve in the metric reference: it deviates by
// a hundred metres over fifty kilometres here. So it is cut into short edges first (0.005° is about 500 m; the error is
// then below a centimetre).
export const inMetres = (geojson: string): string =>
  `ST_Transform(ST_Segmentize(ST_SetSRID(ST_GeomFromGeoJSON(${geojson}), 4326), 0.005), Find_SRID('public', 'address', 'point'))`;

// A point on the border is included: ST_Covers. The fence (OFFSET 0) makes PostgreSQL transform the polygon once, not
// for each address.
const addressesInPolygon = (polygon: string): string => `
  SELECT a.id AS address_id
  FROM address a, (SELECT ${asOneShape(inMetres(polygon))} AS geom OFFSET 0) drawn
  WHERE a.valid_to IS NULL AND ST_Covers(drawn.geom, a.point)`;

// One thing at a time. The fence (OFFSET 0) avoids the selectivity estimate of a spatial join, for which the embedded
// PostGIS may return a number that PostgreSQL refuses.
const addressesNear = (things: string): string =>
  `SELECT DISTINCT address_id FROM (${addressesAround(things)}) around`;

const addressesAround = (things: string): string => `
  SELECT a.id AS address_id
  FROM (
    SELECT ${inMetres(`thing->>'geometry'`)} AS geom, (thing->>'metres')::float8 AS metres
    FROM json_array_elements(${things}) thing OFFSET 0
  ) near
  CROSS JOIN LATERAL (
    SELECT id FROM address WHERE valid_to IS NULL AND ST_DWithin(point, near.geom, near.metres) OFFSET 0
  ) a`;

/**
 * Reads reach that was computed ahead, and computes it for addresses that have changed since.
 *
 * @param onePlace the addresses are read from an indexed table, so any join works. A list is looked up in `reach`
 *   address by address (LATERAL, OFFSET 0), because a join might read it completely for each row there
 */
const inAllRoles = (onePlace: boolean): string => {
  const workedOut = `
    SELECT ${reachColumns.map((column) => `r.${column}`).join(', ')}
    FROM audience_address ${
      onePlace
        ? 'JOIN reach r USING (address_id)'
        : 'CROSS JOIN LATERAL (SELECT * FROM reach WHERE address_id = audience_address.address_id OFFSET 0) r'
    }`;
  return `
  due AS MATERIALIZED (
    SELECT address_id FROM audience_address
    WHERE (${isDueSql('audience_address.address_id', 'audience_address')}) IS TRUE
  ),
  ${reachSql('due')},
  -- Only one of the two branches returns rows. Usually nothing is due, so no row is tested and a parallel scan is
  -- possible. Otherwise each address is tested against an array, which is always hashed, whatever the planner
  -- estimates.
  known AS (${workedOut}
    WHERE NOT EXISTS (SELECT FROM due)
    UNION ALL${workedOut}
    WHERE EXISTS (SELECT FROM due)
      AND (audience_address.address_id IN (SELECT unnest(ARRAY(SELECT address_id FROM due)))) IS NOT TRUE
  )`;
};

/** Reach is not computed ahead for roles: a household's mobile may belong to its absent owner. */
const inRoles = (roles: string): string => reachSql('audience_address', roles);

/**
 * Filters the rows of `told` to some broadcasts: who had them, or is about to get them.
 *
 * @param which a condition on the rows of `broadcast`
 */
const ofThose = (which: string): string => `t.broadcast_id = ANY(ARRAY(
    SELECT id FROM broadcast WHERE ${which}))`;

/** @param told a parameter: recipients of this broadcast or its extensions are left out */
const peopleHere = (channels: string, told: string | undefined): string => `
  -- A covered landline has a mobile of its household at each of its addresses.
  reached_address AS (SELECT address_id FROM here WHERE leads),
  person AS (
    SELECT phone, channel_of(kind) AS channel, language, generated, suppressed, covered FROM here WHERE NOT elsewhere
    UNION ALL
    SELECT phone, channel_of(min(kind)), min(language), bool_or(generated), min(suppressed), bool_and(covered)
    FROM here WHERE elsewhere GROUP BY phone
  ),
  recipient AS (
    SELECT phone, channel, language, generated,
      COALESCE(suppressed,
        ${told ? `CASE WHEN EXISTS (SELECT FROM told t WHERE t.phone = person.phone AND ${ofThose(familyOfSql(told))}) THEN 'already-told' END,` : ''}
        CASE WHEN covered AND ${channels} = 'mobile-first' THEN 'household-has-mobile' END) AS suppressed
    FROM person
  )`;

const noAddress = `audience_address AS (SELECT NULL::uuid AS address_id WHERE false),
  reached_address AS (SELECT NULL::uuid AS address_id WHERE false)`;

// An objection to alerts does not affect topics. A protected identity has chosen the subscription herself.
const topicRecipients = `${noAddress}, recipient AS (
    SELECT s.phone, channel_of('mobile') AS channel, s.language, COALESCE(p.generated, false) AS generated,
      CASE WHEN p.quarantine_reason IS NOT NULL THEN 'quarantined' END AS suppressed
    FROM subscription s LEFT JOIN phone p ON p.e164 = s.phone
    WHERE s.topic_id = $1
  )`;

// Recipients are reached wherever they are now. A person who has moved, or is in no register any more, got the alert
// and must get its end. A person who has objected or become a protected identity since is left out, as from every
// alert, and counted. Each phone keeps the language that it had the alert in: two texts about one thing in two languages
// are read as two things.
const earlierRecipients = (had: string): string => `${noAddress}, recipient AS (
    SELECT DISTINCT ON (t.phone) t.phone, t.channel, t.language, t.generated,
      ${suppressionSql('t.phone', 'p')} AS suppressed
    FROM told t LEFT JOIN phone p ON p.e164 = t.phone
    WHERE ${ofThose(had)}
    ORDER BY t.phone, (t.status = 'delivered') DESC, t.channel
  )`;

const onePhone = `${noAddress}, recipient AS (
    SELECT x.phone, channel_of($2::text) AS channel,
      COALESCE(p.language, 'sv') AS language, COALESCE(p.generated, false) AS generated, NULL::text AS suppressed
    FROM (SELECT $1::text AS phone) x LEFT JOIN phone p ON p.e164 = x.phone
  )`;
