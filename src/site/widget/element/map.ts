import { drawn } from './dom.js';
import type { Incident, Ring } from './feed.js';

/** The published areas, drawn without a background map: no third host is asked. Undefined if there are none. */
export function mapOf(incidents: readonly Incident[], label: string): SVGElement | undefined {
  const rings = incidents.flatMap(({ geometry }) => geometry?.coordinates.flat() ?? []);
  const points = rings.flat();
  if (points.length === 0) return undefined;
  const [west, east] = rangeOf(points.map(([x = 0]) => x));
  const [south, north] = rangeOf(points.map(([, y = 0]) => y));
  // A degree of longitude is shorter than one of latitude.
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const size = Math.max((east - west) * shrink, north - south, 0.001);
  const at = ([x = 0, y = 0]: readonly number[]) =>
    `${round(((x - west) * shrink * 1000) / size)} ${round(((north - y) * 1000) / size)}`;
  const path = (ring: Ring) => drawn('path', { d: `M${ring.map(at).join('L')}Z` });
  const width = round(((east - west) * shrink * 1000) / size);
  const height = round(((north - south) * 1000) / size);
  return drawn(
    'svg',
    { viewBox: `-30 -30 ${width + 60} ${height + 60}`, role: 'img', 'aria-label': label },
    ...rings.map(path),
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
