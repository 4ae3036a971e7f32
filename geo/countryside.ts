import { buildDistrict } from './build-district.js';
import { Designations } from './designations.js';
import type { Ground } from './ground.js';
import { forestLots } from './forest.js';
import { buildHamlet, planHamlet, roadEnds, type Hamlet, type HamletKind } from './hamlet.js';
import type { Measures } from './measures.js';
import { villageNames, type PlaceNames } from './place-names.js';
import { distance, type PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';
import type { PostalPlace, Register } from './register.js';
import { nearestTo, type RuralCell } from './rural-cells.js';
import type { StreetNames } from './street-names.js';
import { Blob, type Terrain } from './terrain.js';

export interface CountrysideTools {
  readonly measures: Measures;
  readonly terrain: Terrain;
  readonly ground: Ground;
  readonly register: Register;
  readonly names: PlaceNames;
  readonly streetNames: StreetNames;
  readonly prng: Prng;
  /** Key of the municipality. */
  readonly within: string;
}

/** What rural roads must connect. */
export interface Settlement {
  readonly cell: RuralCell;
  /** Plan points where a road may start. */
  readonly ends: readonly PlanPoint[];
}

export interface Countryside {
  readonly settlements: Settlement[];
  /** Holes in the sea. */
  readonly islands: Blob[];
  readonly lakes: Blob[];
  /**
   * Lays out forest lots until the municipality has its number of properties. Run it after the town, which has
   * priority.
   */
  fillWithForest(): void;
}

interface Village extends Settlement {
  readonly middle: PlanPoint;
  readonly postal: PostalPlace;
}

/** Builds villages, farms, cottages and islands between the town and the border. */
export function buildCountryside(cells: readonly RuralCell[], tools: CountrysideTools): Countryside {
  const { measures, terrain, register, prng } = tools;
  const order = prng.shuffled(cells);
  const villageCells = new Set(
    order
      .filter(({ ground }) => ground === 'land')
      .sort((one, other) => Math.hypot(...one.middle) - Math.hypot(...other.middle))
      .filter((_, at) => at % 3 === 0)
      .slice(0, measures.villages),
  );
  const villages = [...villageCells].map((cell, rank) => buildVillage(cell, rank, tools));
  const settlements: Settlement[] = villages.filter(({ ends }) => ends.length > 0);
  const islands: Blob[] = [];
  const lakes: Blob[] = [];
  const forest: { cell: RuralCell; hamlet?: Hamlet; designations: Designations }[] = [];
  const wanted: Record<HamletKind, number> = { farms: measures.farms, cottages: measures.cottages };
  const commonForest = new Designations('Allmänningsskogen');

  for (const cell of order) {
    if (villageCells.has(cell)) continue;
    const archipelago = cell.ground === 'sea' ? islandsIn(cell, tools) : [];
    const island = archipelago[0];
    islands.push(...archipelago);
    if (cell.ground === 'sea' && !island) continue;
    if (cell.ground === 'land' && prng.chance(0.07)) {
      lakes.push(new Blob(cell.middle, prng.between(120, 420), prng));
      continue;
    }
    const kind = kindFor(cell, wanted, prng);
    const hamlet = kind && settle(cell, kind, Math.min(wanted[kind], houses(kind, prng)), island, tools);
    if (!hamlet) {
      if (cell.ground === 'land') forest.push({ cell, designations: commonForest });
      continue;
    }
    wanted[hamlet.kind] -= hamlet.plots.length;
    const postal = nearestTo(cell.middle, villages)?.postal ?? { postalCode: '975 99', locality: 'Luleå' };
    const designations = buildHamlet(hamlet, postal, tools.within, register, tools.ground);
    if (!island) settlements.push({ cell, ends: roadEnds(hamlet) });
    if (cell.ground === 'land') forest.push({ cell, hamlet, designations });
  }

  return {
    settlements,
    islands,
    lakes,
    fillWithForest: () => {
      const missing = (measures.properties - register.properties) / Math.max(1, forest.length);
      const strips = Math.min(12, Math.max(1, Math.ceil(missing / 1.7)));
      for (const { cell, hamlet, designations } of forest) {
        for (const { polygons } of forestLots(cell, hamlet, strips, prng)) {
          if (register.properties >= measures.properties) return;
          const dry = polygons.filter(({ outer }) => terrain.wetShare([...outer, outer[0]!]) === 0);
          if (dry.length === 0) continue;
          const rings = dry.map(({ outer, hole }) => {
            const ring = tools.ground.ring(outer);
            return hole ? [ring, tools.ground.ring(hole).reverse()] : [ring];
          });
          register.property(designations.next(), rings, tools.within);
        }
      }
    },
  };
}

/** One island to live on, and some skerries around it; fewer of them towards the open sea. */
function islandsIn(cell: RuralCell, { measures, terrain, prng }: CountrysideTools): Blob[] {
  const isOuter = terrain.isSea(cell.middle, 0.9 * measures.townRadius + 1500);
  if (!prng.chance(isOuter ? 0.18 : 0.62)) return [];
  const [x, y] = cell.middle;
  const main = new Blob(
    [x + prng.between(-110, 110), y + prng.between(-110, 110)],
    prng.between(90, 330),
    prng,
  );
  const skerries = Array.from({ length: prng.whole(0, 4) }, (_, at): Blob => {
    // One quarter of the circle each, so that they never touch.
    const angle = (Math.PI / 2) * (at + prng.between(0.25, 0.75));
    const radius = prng.between(16, 50);
    const away = 1.36 * (main.radius + radius) + prng.between(10, 60);
    return new Blob(
      [main.middle[0] + away * Math.cos(angle), main.middle[1] + away * Math.sin(angle)],
      radius,
      prng,
    );
  });
  return [main, ...skerries];
}

const houses = (kind: HamletKind, prng: Prng): number =>
  kind === 'farms' ? prng.whole(5, 11) : prng.whole(10, 26);

function kindFor(cell: RuralCell, wanted: Record<HamletKind, number>, prng: Prng): HamletKind | undefined {
  const preferred: HamletKind = cell.ground === 'land' && prng.chance(0.5) ? 'farms' : 'cottages';
  if (wanted[preferred] > 3) return preferred;
  const other = preferred === 'farms' ? 'cottages' : 'farms';
  return wanted[other] > 3 && cell.ground === 'land' ? other : undefined;
}

function settle(
  cell: RuralCell,
  kind: HamletKind,
  count: number,
  island: Blob | undefined,
  { terrain, names, prng }: CountrysideTools,
): Hamlet | undefined {
  const isDry = (point: PlanPoint): boolean =>
    island ? island.beyondShore(point) < -15 : terrain.isLand(point, 25);
  const aside = (): number => prng.between(-110, 110);
  const middles = island
    ? [island.middle]
    : Array.from({ length: 5 }, (): PlanPoint => [cell.middle[0] + aside(), cell.middle[1] + aside()]);
  const middle = middles.find(isDry);
  if (!middle) return undefined;
  return planHamlet(middle, kind, count, names.next(island ? 'island' : 'mainland'), isDry, prng);
}

function buildVillage(cell: RuralCell, rank: number, tools: CountrysideTools): Village {
  const { measures, ground, register, names, streetNames, terrain, prng, within } = tools;
  const name = villageNames[rank] ?? names.next().name;
  const postal = { postalCode: `975 ${String(11 + (rank % 88)).padStart(2, '0')}`, locality: name };
  const reach = Math.min(330, 150 + 0.12 * measures.residentsPerDistrict) * prng.between(0.8, 1.1);
  const ends = buildDistrict(
    {
      site: {
        middle: cell.middle,
        reach,
        contains: (point, margin) =>
          distance(point, cell.middle) < reach - margin && terrain.isLand(point, margin),
      },
      kind: 'village',
      name,
      postal,
      within,
      nextStreetName: streetNames.forDistrict('village'),
      goOn: () => true,
    },
    register,
    ground,
    prng,
  );
  return { middle: cell.middle, postal, cell, ends };
}
