import { addressesShownAt, placesShownAt } from '../../../../src/places/map/map-tile.js';
import type { Figure } from '../targets.js';
import type { PlacesGround } from './places-ground.js';
import { pointsAtAddresses } from './points-at-addresses.js';
import { Samples } from './samples.js';
import { tileWalk, type Tile } from './tile-walk.js';

const target = 50;
const walks = 10;

/** Measures the tiles of a map that is zoomed and panned, over HTTP, twice. Compares them with a plain ST_AsMVT. */
export async function tiles(ground: PlacesGround): Promise<{ figures: Figure[]; samples: Samples[] }> {
  const { rig, size } = ground;
  const walk = tileWalk(await pointsAtAddresses(rig.db, walks, `tiles ${size.seed}`), size.seed);
  await ground.startWeb();
  const cold = new Samples('a tile the first time');
  const warm = new Samples('a tile again');
  const bare = new Samples('bare ST_AsMVT');
  const empty = new Set<Tile>();
  let bytes = 0;
  for (const samples of [cold, warm])
    for (const tile of walk) {
      const { ms, status, body } = await ground.ask('GET', `/tiles/${nameOf(tile)}.mvt`);
      // Empty tiles are left out: they are the cheapest, and their number depends on the walk only.
      if (status === 204) empty.add(tile);
      else samples.add(ms, `${nameOf(tile)}, ${body.length} bytes`);
      bytes = Math.max(bytes, body.length);
    }
  for (const tile of walk) if (!empty.has(tile)) bare.add(await bareTile(ground, tile), nameOf(tile));
  console.error(`${walk.length} tiles, of which ${empty.size} empty`);
  return {
    figures: [
      ...cold.figures(target),
      ...warm.figures(target),
      ...cold.against(bare),
      { name: 'largest tile', value: bytes / 1024, unit: 'kB' },
    ],
    samples: [cold, warm, bare],
  };
}

const nameOf = ({ z, x, y }: Tile): string => `${z}/${x}/${y}`;

/** Every layer shown at the zoom, without thinning or cache. */
function bareTile(ground: PlacesGround, { z, x, y }: Tile): Promise<number> {
  return ground.bare(
    `WITH box AS (SELECT ST_TileEnvelope($1, $2, $3) AS web, ST_Transform(ST_TileEnvelope($1, $2, $3), 3006) AS metric),
     shape AS (
       SELECT kind, id::text, name, ST_AsMVTGeom(ST_Transform(geom, 3857), box.web) AS geom
       FROM place, box WHERE valid_to IS NULL AND kind = ANY($4::text[]) AND place.geom && box.metric
       UNION ALL
       SELECT 'address', id::text, street || ' ' || number, ST_AsMVTGeom(ST_Transform(point, 3857), box.web)
       FROM address, box WHERE $5::boolean AND valid_to IS NULL AND point && box.metric
     )
     SELECT kind, ST_AsMVT(shape, kind) FROM shape GROUP BY kind`,
    [z, x, y, placesShownAt(z), addressesShownAt(z)],
  );
}
