import { Designations } from './designations.js';
import { layOutDistrict, type Block, type DistrictKind, type StreetPiece } from './district.js';
import type { Ground } from './ground.js';
import { numberDoors } from './house-numbers.js';
import { blockNames } from './place-names.js';
import { convexHull, denser, grown, type PlanPoint } from './plan-geometry.js';
import { plotsOf, type Plot } from './plots.js';
import type { Prng } from './prng.js';
import type { PostalPlace, Register } from './register.js';
import { outline, type StreetFrame } from './street-frame.js';
import { drawStreets } from './streets.js';
import type { MultiPolygon } from './synthetic-municipality.js';
import type { Site } from './town-plan.js';

export interface DistrictOrder {
  readonly site: Site;
  readonly kind: DistrictKind;
  readonly name: string;
  readonly postal: PostalPlace;
  /** Key of the municipality. */
  readonly within: string;
  readonly nextStreetName: () => string;
  /**
   * Called before each block with the number of homes in the blocks before it. If it returns false, the rest of the
   * site is left unbuilt.
   */
  readonly goOn: (homes: number) => boolean;
}

/** Metres from the outermost blocks to the area's border: the width of the street around them. */
const areaMargin = 10;

/**
 * Draws one district, from its blocks to its doors, and adds all of it to the register.
 *
 * @returns plan points where roads from outside may end; none if nothing could be built
 */
export function buildDistrict(
  order: DistrictOrder,
  register: Register,
  ground: Ground,
  prng: Prng,
): PlanPoint[] {
  const { frame, blocks: planned, streets } = layOutDistrict(order.site, order.kind, prng);
  const designations = new Designations(order.name);
  const built = buildable(planned, order, prng);
  if (built.length === 0) return [];

  const outlines = built.map(({ block, plots }) =>
    outline(
      frame,
      block.rect,
      plots.flatMap(({ rects }) => rects),
    ),
  );
  const border = grown(convexHull(outlines.flat()), areaMargin);
  const area = register.area(order.name, [[ground.ring(closedAndDense(border))]], order.within);

  const nameOf = new Map<number, string>();
  const streetName = (street: number): string => {
    const name = nameOf.get(street) ?? order.nextStreetName();
    nameOf.set(street, name);
    return name;
  };
  const numbered = numberDoors(built.flatMap(({ plots }) => plots));
  const kvarter = prng.shuffled(blockNames);
  built.forEach(({ block, plots }, at) => {
    const round = Math.floor(at / kvarter.length);
    const kvarterName = `${kvarter[at % kvarter.length]!}${round > 0 ? ` ${round + 1}` : ''}, ${order.name}`;
    const blockKey = register.block(kvarterName, [[ground.ring(outlines[at]!)]], area);
    const rects = plots.flatMap((plot) => plot.rects);
    for (const plot of plots) {
      const designation = designate(designations, block, plot);
      const property = register.property(designation, polygonsOf(plot, rects, frame, ground), blockKey);
      for (const { door, ...position } of numbered.get(plot) ?? []) {
        const point = ground.at(frame.at(door.u, door.v));
        const address = register.address(property, streetName(door.street), position, order.postal, point);
        for (let home = 0; home < door.homes; home++) {
          register.dwellings.push({ addressKey: address, home: door.home, designation });
        }
        if (door.businesses > 0) register.businesses.push({ addressKey: address, size: door.businesses });
      }
    }
  });
  const { drawn, gates } = drawStreets(near(streets, built), streetName, order, frame, ground);
  register.streets.push(...drawn);
  return gates;
}

function buildable(
  planned: readonly Block[],
  order: DistrictOrder,
  prng: Prng,
): { block: Block; plots: Plot[] }[] {
  const built: { block: Block; plots: Plot[] }[] = [];
  let homes = 0;
  for (const block of planned) {
    if (!order.goOn(homes)) break;
    const plots = plotsOf(block, prng);
    for (const { doors } of plots) for (const door of doors) homes += door.homes;
    built.push({ block, plots });
  }
  return built;
}

function designate(designations: Designations, block: Block, plot: Plot): string {
  if (plot.joint) return designations.joint();
  const [door] = plot.doors;
  const isPlain =
    block.use === 'villas' && plot.doors.length === 1 && door?.homes === 1 && door.businesses === 0;
  return isPlain ? designations.nextForVilla() : designations.next();
}

function polygonsOf(plot: Plot, neighbours: Plot['rects'], frame: StreetFrame, ground: Ground): MultiPolygon {
  return plot.rects.map((rect) => {
    const outer = ground.ring(outline(frame, rect, neighbours));
    return plot.hole ? [outer, ground.ring(outline(frame, plot.hole, neighbours)).reverse()] : [outer];
  });
}

function closedAndDense(polygon: readonly PlanPoint[]): PlanPoint[] {
  return denser([...polygon, polygon[0]!], 24).slice(0, -1);
}

/** In a half-built district, the streets end with the last built row of blocks. */
function near(streets: readonly StreetPiece[], built: readonly { block: Block }[]): readonly StreetPiece[] {
  const lastRow = Math.max(...built.map(({ block }) => block.rect.v1));
  return streets.filter(({ from, to }) => from[1] < lastRow + 25 && to[1] < lastRow + 25);
}
