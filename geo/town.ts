import { buildDistrict } from './build-district.js';
import type { DistrictKind } from './district.js';
import type { Ground } from './ground.js';
import { expectedSize } from './households.js';
import { mainRoads, type BuiltSite } from './main-roads.js';
import type { Measures } from './measures.js';
import { districtNames, type PlaceNames } from './place-names.js';
import { denser, type PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';
import type { Register } from './register.js';
import type { StreetNames } from './street-names.js';
import type { Terrain } from './terrain.js';
import { townSites } from './town-plan.js';

export interface TownTools {
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

const industryNames = ['Storhällan', 'Norra hamnen'];

/**
 * Builds districts from the centre outwards, until every resident without a home in the countryside has one.
 *
 * @returns the ends of main roads, which roads of the countryside may join
 */
export function buildTown(tools: TownTools): PlanPoint[] {
  const { measures, terrain, ground, register, names, streetNames, prng, within } = tools;
  const sites = townSites(measures, terrain, prng);
  let housed = register.dwellings.reduce((sum, { home }) => sum + expectedSize[home], 0);
  const spareNames = [...districtNames].map(String);
  const spareIndustryNames = [...industryNames];
  const built: BuiltSite[] = [];

  for (const [rank, site] of sites.entries()) {
    if (housed >= measures.residents) break;
    const kind = kindOf(rank, measures.districts);
    const before = register.dwellings.length;
    const name = (kind === 'industry' ? spareIndustryNames.shift() : spareNames.shift()) ?? names.next().name;
    const gates = buildDistrict(
      {
        site,
        kind,
        name,
        postal: { postalCode: postalCode(rank), locality: 'Luleå' },
        within,
        nextStreetName: streetNames.forDistrict(kind),
        goOn: (homes) => kind === 'industry' || housed + 2.1 * homes < measures.residents,
      },
      register,
      ground,
      prng,
    );
    for (let at = before; at < register.dwellings.length; at++)
      housed += expectedSize[register.dwellings[at]!.home];
    built.push({ site, gates });
  }

  const roads = mainRoads(built, terrain);
  for (const road of roads) {
    register.streets.push({ kind: 'main', line: denser(road, 30).map((point) => ground.at(point)) });
  }
  return roads.flat();
}

function kindOf(rank: number, districts: number): DistrictKind {
  if (rank === 0) return 'centre';
  // Porsön must have villas in a town of any size, because the handbook uses them in its examples.
  if (rank === 1) return 'villas';
  if (districts >= 8 && (rank === Math.round(0.3 * districts) || rank === Math.round(0.7 * districts)))
    return 'industry';
  if (rank < 0.25 * districts) return rank % 2 === 0 ? 'apartments' : 'mixed';
  return rank % 4 === 0 ? 'mixed' : 'villas';
}

/** 971 30 and upwards, with gaps; 975 is for the countryside. */
function postalCode(rank: number): string {
  const code = String(97130 + ((rank * 11) % 360));
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
