import type { Settlement } from './countryside.js';
import type { Ground } from './ground.js';
import { distance, type PlanPoint } from './plan-geometry.js';
import type { Prng } from './prng.js';
import type { RuralCell } from './rural-cells.js';
import type { Terrain } from './terrain.js';
import type { DecorStreet } from './synthetic-municipality.js';

interface Node {
  readonly cell: RuralCell;
  readonly ends: readonly PlanPoint[];
  parent?: Node;
  /** The point of a town road where it ends, if no neighbouring cell nearer to the town can be reached. */
  root?: PlanPoint;
  /** Cost of the way to town from here. */
  cost: number;
  /** A random factor of the cost: it makes ways prefer or avoid this cell, and so join. */
  readonly roughness: number;
  /** Number of settlements whose way to town passes here. */
  traffic: number;
}

/** Metres. How far from the town's roads a country road may start. */
const farthestRoot = 5000;

/** With this many settlements behind it, a road is a main road. */
const mainRoadTraffic = 7;

/**
 * Roads from every settlement towards the town. Each cell leads to a neighbour nearer to the town, so roads join like
 * brooks, and the last ones are the main roads. They are only drawn on the map; no address lies on them.
 */
export function ruralRoads(
  cells: readonly RuralCell[],
  settlements: readonly Settlement[],
  townRoads: readonly PlanPoint[],
  terrain: Terrain,
  ground: Ground,
  prng: Prng,
): DecorStreet[] {
  const settled = new Map(settlements.map((settlement) => [settlement.cell, settlement]));
  const nodes = new Map<string, Node>();
  for (const cell of cells) {
    const settlement = settled.get(cell);
    if (!settlement && cell.ground !== 'land') continue;
    nodes.set(`${cell.column} ${cell.row}`, {
      cell,
      ends: settlement?.ends ?? [cell.middle],
      cost: Infinity,
      roughness: prng.between(0.3, 1) ** 2,
      traffic: settlement ? 1 : 0,
    });
  }
  const outwards = [...nodes.values()].sort((one, other) => remoteness(one) - remoteness(other));
  for (const node of outwards) connect(node, nodes, townRoads, terrain);
  for (const node of [...outwards].reverse()) if (node.parent) node.parent.traffic += node.traffic;

  return outwards
    .filter(({ traffic, parent, root }) => traffic > 0 && (parent ?? root))
    .map(({ ends, traffic, parent, root }) => ({
      kind: traffic >= mainRoadTraffic ? 'main' : 'rural',
      line: winding(...shortest(ends, parent ? parent.ends : [root!])).map((point) => ground.at(point)),
    }));
}

const remoteness = ({ cell }: Node): number => Math.hypot(...cell.middle);

function connect(
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  townRoads: readonly PlanPoint[],
  terrain: Terrain,
): void {
  const { column, row } = node.cell;
  for (const [right, up] of around) {
    const other = nodes.get(`${column + right} ${row + up}`);
    // Only towards the town, even if sideways: that keeps roads from running in circles.
    if (!other || other.cost === Infinity || remoteness(other) >= remoteness(node)) continue;
    const way = shortest(node.ends, other.ends);
    const cost = other.cost + distance(...way) * (0.25 + other.roughness);
    if (cost < node.cost && terrain.wetShare(way) < 0.3) {
      node.cost = cost;
      node.parent = other;
    }
  }
  if (node.parent) return;
  const near = townRoads.filter((end) => node.ends.some((own) => distance(own, end) < farthestRoot));
  const ways = near.map((end) => shortest(node.ends, [end])).filter((way) => terrain.wetShare(way) < 0.4);
  ways.sort((one, other) => distance(...one) - distance(...other));
  node.root = ways[0]?.[1];
  if (ways[0]) node.cost = distance(...ways[0]);
}

const around = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((up) => [right, up] as const));

function shortest(from: readonly PlanPoint[], to: readonly PlanPoint[]): [PlanPoint, PlanPoint] {
  const pairs = from.flatMap((one) => to.map((other): [PlanPoint, PlanPoint] => [one, other]));
  return pairs.sort((one, other) => distance(...one) - distance(...other))[0]!;
}

/** Makes a road wind a little: no country road is straight. */
function winding(from: PlanPoint, to: PlanPoint): PlanPoint[] {
  const steps = Math.max(2, Math.ceil(distance(from, to) / 90));
  const aside = ((Math.abs(from[0] + to[1]) % 100) - 50) / 600;
  return Array.from({ length: steps + 1 }, (_, step): PlanPoint => {
    const share = step / steps;
    const sway = aside * Math.sin(Math.PI * share) + 0.03 * Math.sin(3 * Math.PI * share);
    return [
      from[0] + (to[0] - from[0]) * share - (to[1] - from[1]) * sway,
      from[1] + (to[1] - from[1]) * share + (to[0] - from[0]) * sway,
    ];
  });
}
