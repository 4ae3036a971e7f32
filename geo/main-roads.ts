import { denser, distance, type PlanPoint } from './plan-geometry.js';
import type { Terrain } from './terrain.js';
import { nearerBy, type TownSite } from './town-plan.js';

type Road = readonly [PlanPoint, PlanPoint];

export interface BuiltSite {
  readonly site: TownSite;
  /** Where its own streets can be joined. */
  readonly gates: readonly PlanPoint[];
}

/** Metres. Road ends nearer to each other than this are one crossing. */
const crossingSize = 40;

/**
 * The town's main roads. They run along the borders of districts, since the strip between two districts is free.
 * Bridges connect them, so that every main road can be reached from every other.
 */
export function mainRoads(districts: readonly BuiltSite[], terrain: Terrain): Road[] {
  const sites = districts.map(({ site }) => site);
  const built = new Map(sites.map((site, rank) => [site.middle, rank]));
  const onRoad = new Set<PlanPoint>();
  const roads = sites.flatMap((site, rank) =>
    site.neighbours
      .filter((other) => (built.get(other) ?? -1) > rank)

      .map((other) => {
        const border = borderOf(site, other);
        const road = border && dryPart(border, terrain);
        if (road) onRoad.add(site.middle).add(other);
        return road;
      })
      .filter((road) => road !== undefined),
  );
  const remote = districts.filter(({ site, gates }) => gates.length > 0 && !onRoad.has(site.middle));
  return [...roads, ...bridges([...connected(roads), ...remote.map(({ gates }) => [...gates])], sites)];
}

/**
 * The straight border between a site and a neighbour, as far as both reach; undefined if it is too short for a road.
 */
function borderOf({ middle, neighbours, reach }: TownSite, other: PlanPoint): Road | undefined {
  const half: PlanPoint = [(middle[0] + other[0]) / 2, (middle[1] + other[1]) / 2];
  const length = distance(middle, other);
  const along: PlanPoint = [(middle[1] - other[1]) / length, (other[0] - middle[0]) / length];
  const longest = Math.sqrt(Math.max(0, reach ** 2 - (length / 2) ** 2));
  let [from, to] = [-longest, longest];
  for (const third of neighbours) {
    if (third === other) continue;
    // nearerBy is linear along the border: find where it turns negative.
    const here = nearerBy(half, middle, third);
    const slope = nearerBy([half[0] + along[0], half[1] + along[1]], middle, third) - here;
    if (slope > 0) from = Math.max(from, -here / slope);
    if (slope < 0) to = Math.min(to, -here / slope);
  }
  const at = (t: number): PlanPoint => [half[0] + t * along[0], half[1] + t * along[1]];
  return to - from < 30 ? undefined : [at(from), at(to)];
}

/** A road without those parts of its ends that lie in water or on the shore; undefined if hardly anything is left. */
function dryPart([from, to]: Road, terrain: Terrain): Road | undefined {
  const points = denser([from, to], 20);
  const dry = points.filter((point) => terrain.isLand(point, 12));
  if (dry.length < 3 || dry.length < 0.5 * points.length) return undefined;
  return [dry[0]!, dry[dry.length - 1]!];
}

/**
 * Connects every group of road ends to the first group, and so to all others, by the shortest way that avoids houses.
 */
function bridges([main, ...others]: readonly PlanPoint[][], sites: readonly TownSite[]): Road[] {
  if (!main) return [];
  return others.map((net) => {
    const pairs = net.flatMap((end) => main.map((other): Road => [end, other]));
    pairs.sort((one, other) => distance(...one) - distance(...other));
    const candidates = pairs.slice(0, 40);
    const cost = (road: Road): number => distance(...road) + 60 * throughHouses(road, sites);
    const best = candidates.reduce((cheapest, road) => (cost(road) < cost(cheapest) ? road : cheapest));
    main.push(...net);
    return best;
  });
}

/** The ends of roads, grouped by connected roads; the largest group first. */
function connected(roads: readonly Road[]): PlanPoint[][] {
  const nets: PlanPoint[][] = [];
  for (const road of roads) {
    const touched = nets.filter((net) =>
      net.some((end) => road.some((own) => distance(own, end) < crossingSize)),
    );
    const joined = [...road, ...touched.flat()];
    for (const net of touched) nets.splice(nets.indexOf(net), 1);
    nets.push(joined);
  }
  return nets.sort((one, other) => other.length - one.length);
}

const throughHouses = (road: Road, sites: readonly TownSite[]): number =>
  denser(road, 40).filter((point) =>
    sites.some((site) => distance(site.middle, point) < site.reach && site.contains(point, 35)),
  ).length;
