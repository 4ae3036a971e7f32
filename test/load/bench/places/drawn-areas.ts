import type { Polygon, Position } from 'geojson';
import { Prng } from '../../../../geo/prng.js';

const metresADegree = 111_320;

/**
 * One area around each point, in WGS 84, like those that people draw: about a dozen corners, a few hundred metres
 * across. Every tenth has as many corners as a traced lake shore.
 */
export function drawnAreas(points: readonly (readonly [number, number])[], seed: number): Polygon[] {
  const prng = Prng.of(seed).stream('drawn');
  return points.map(([longitude, latitude], at) => {
    const corners = at % 10 === 9 ? 600 : prng.whole(5, 14);
    const radius = prng.between(150, 1200);
    const ring = Array.from({ length: corners }, (_, corner): Position => {
      const angle = (2 * Math.PI * corner) / corners;
      const metres = radius * prng.between(0.7, 1.3);
      return [
        longitude + (metres * Math.cos(angle)) / (metresADegree * Math.cos((latitude * Math.PI) / 180)),
        latitude + (metres * Math.sin(angle)) / metresADegree,
      ];
    });
    return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
  });
}
