import type { AreaAudience } from '../../../../src/audiences/audience.js';
import { drawnAreas } from './drawn-areas.js';
import type { PlacesGround } from './places-ground.js';
import { pointsAtAddresses } from './points-at-addresses.js';

/** One audience to preview, in the API's format, and the simplest statement that counts its phones. */
export interface AudienceCase {
  readonly name: string;
  readonly audience: AreaAudience;
  readonly bare: { readonly sql: string; readonly parameters: readonly unknown[] };
}

export interface AudienceKind {
  readonly name: string;
  /** Upper limit for the p95 of the previews, in milliseconds. */
  readonly target: number;
  readonly cases: readonly AudienceCase[];
  /** How often each case is previewed in each state. */
  readonly rounds: number;
}

const forAPart = 100;
const forTheWhole = 300;

export async function audienceKinds(ground: PlacesGround): Promise<AudienceKind[]> {
  return [
    { name: 'an area', target: forAPart, cases: await placesOf(ground, 'area', 100), rounds: 3 },
    { name: 'a property', target: forAPart, cases: await placesOf(ground, 'property', 60), rounds: 1 },
    { name: 'a block', target: forAPart, cases: await placesOf(ground, 'block', 60), rounds: 1 },
    { name: 'the surroundings of a thing', target: forAPart, cases: await near(ground, 40), rounds: 2 },
    { name: 'a drawn area', target: forAPart, cases: await drawn(ground, 40), rounds: 2 },
    {
      name: 'the municipality',
      target: forTheWhole,
      cases: await placesOf(ground, 'municipality', 1),
      rounds: 10,
    },
  ];
}

async function placesOf({ rig, size }: PlacesGround, kind: string, most: number): Promise<AudienceCase[]> {
  const places = await rig.db.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM place WHERE kind = $1 AND valid_to IS NULL ORDER BY md5(source_key || $2) LIMIT $3',
    [kind, String(size.seed), most],
  );
  return places.map(({ id, name }) => ({
    name,
    audience: { places: [id] },
    bare: {
      sql: `SELECT count(DISTINCT pa.phone)::int AS phones
            FROM address_place ap JOIN phone_address pa USING (address_id) WHERE ap.place_id = $1`,
      parameters: [id],
    },
  }));
}

async function drawn({ rig, size }: PlacesGround, count: number): Promise<AudienceCase[]> {
  const areas = drawnAreas(await pointsAtAddresses(rig.db, count, `drawn ${size.seed}`), size.seed);
  return areas.map((polygon, at) => ({
    name: `area ${at + 1} of ${polygon.coordinates[0]!.length - 1} corners`,
    audience: { polygon },
    bare: {
      sql: `SELECT count(DISTINCT pa.phone)::int AS phones
            FROM address a JOIN phone_address pa ON pa.address_id = a.id
            WHERE a.valid_to IS NULL
              AND ST_Covers(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326), 3006), a.point)`,
      parameters: [JSON.stringify(polygon)],
    },
  }));
}

/** Leaks (points) and, every other time, pipes (lines of about half a kilometre). */
async function near({ rig, size }: PlacesGround, count: number): Promise<AudienceCase[]> {
  const points = await pointsAtAddresses(rig.db, count, `near ${size.seed}`);
  return points.map(([longitude, latitude], at) => {
    const metres = 50 + 25 * (at % 20);
    const start = [longitude, latitude];
    const geometry =
      at % 2 === 0
        ? { type: 'Point' as const, coordinates: start }
        : { type: 'LineString' as const, coordinates: [start, [longitude + 0.009, latitude + 0.003]] };
    return {
      name: `${metres} m around a ${geometry.type}`,
      audience: { near: [{ geometry, metres }] },
      bare: {
        sql: `SELECT count(DISTINCT pa.phone)::int AS phones
              FROM address a JOIN phone_address pa ON pa.address_id = a.id
              WHERE a.valid_to IS NULL
                AND ST_DWithin(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1::text), 4326), 3006), a.point, $2)`,
        parameters: [JSON.stringify(geometry), metres],
      },
    };
  });
}
