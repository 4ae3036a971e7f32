import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Near } from '../api/answers.js';

/** Metres per pixel at zoom 0 on the equator, with tiles of 512 pixels. */
const metresPerPixel = 78_271.517;

/**
 * Shows what is near the points and lines. The distance is drawn to scale at every zoom, as a wide line or a large dot.
 * It is only an approximation: the register decides who is within the distance.
 */
export function markNear(map: MapLibre, near: readonly Near[], colour: string): void {
  const features = near.map(({ geometry, metres }) => ({
    type: 'Feature' as const,
    properties: { width: (2 * metres) / (metresPerPixel * Math.cos((latitudeOf(geometry) * Math.PI) / 180)) },
    geometry,
  }));
  const data = { type: 'FeatureCollection' as const, features };
  const there = map.getSource<GeoJSONSource>('near');
  if (there) {
    void there.setData(data);
    return;
  }
  map.addSource('near', { type: 'geojson', data });
  map.addLayer({
    id: 'near-line',
    type: 'line',
    source: 'near',
    filter: ['in', ['geometry-type'], ['literal', ['LineString', 'MultiLineString']]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-opacity': 0.3, 'line-width': toScale(1) },
  });
  map.addLayer({
    id: 'near-point',
    type: 'circle',
    source: 'near',
    filter: ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]],
    paint: { 'circle-color': colour, 'circle-opacity': 0.3, 'circle-radius': toScale(0.5) },
  });
  map.addLayer({
    id: 'near-core',
    type: 'line',
    source: 'near',
    filter: ['in', ['geometry-type'], ['literal', ['LineString', 'MultiLineString']]],
    paint: { 'line-color': colour, 'line-width': 3 },
  });
  map.addLayer({
    id: 'near-dot',
    type: 'circle',
    source: 'near',
    filter: ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]],
    paint: { 'circle-color': colour, 'circle-radius': 5 },
  });
}

/** A length on the ground in pixels. It doubles with each zoom level. */
const toScale = (times: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  0,
  ['*', times, ['get', 'width']],
  22,
  ['*', times * 2 ** 22, ['get', 'width']],
];

function latitudeOf({ coordinates }: Near['geometry']): number {
  let position: unknown = coordinates;
  while (Array.isArray(position) && Array.isArray(position[0])) position = position[0];
  return (position as number[] | undefined)?.[1] ?? 0;
}
