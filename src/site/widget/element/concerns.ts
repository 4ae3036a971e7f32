import type { Incident, Ring } from './feed.js';

export interface Place {
  /** Part of the name of an area; case does not matter. */
  readonly area?: string | undefined;
  /** Latitude and longitude, WGS 84, parted by a comma. */
  readonly near?: string | undefined;
}

/**
 * The incidents that concern a place. One that can't be ruled out is kept: its reader can tell. The name of a place tells
 * only the first of many areas, and none of a whole municipality, so it rules nothing out.
 */
export function concerning(incidents: readonly Incident[], { area, near }: Place): Incident[] {
  const wanted = area?.trim().toLowerCase();
  const point = near?.split(',').map(Number);
  const isPoint = point?.length === 2 && point.every(Number.isFinite);
  return incidents.filter(({ geometry, properties: { area, streets, areas, isWhole } }) => {
    if (wanted && areas && ![area, ...streets, ...areas].join(' ').toLowerCase().includes(wanted))
      return false;
    if (!isPoint || !geometry || !isWhole) return true;
    const [latitude, longitude] = point as [number, number];
    return geometry.coordinates.some(([ring]) => ring && isInside(ring, longitude, latitude));
  });
}

/** Even-odd rule. */
function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  ring.forEach(([ax = 0, ay = 0], at) => {
    const [bx = 0, by = 0] = ring[(at + 1) % ring.length]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}
