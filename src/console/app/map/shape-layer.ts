import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Shape } from '../api/answers.js';

/** Shows a drawn area, or removes it. */
export function drawShape(map: MapLibre, shape: Shape | undefined, colour: string): void {
  const data = {
    type: 'FeatureCollection' as const,
    features: shape ? [{ type: 'Feature' as const, properties: {}, geometry: shape }] : [],
  };
  const there = map.getSource<GeoJSONSource>('shape');
  if (there) {
    void there.setData(data);
    return;
  }
  map.addSource('shape', { type: 'geojson', data });
  map.addLayer({
    id: 'shape-fill',
    type: 'fill',
    source: 'shape',
    paint: { 'fill-color': colour, 'fill-opacity': 0.3 },
  });
  map.addLayer({
    id: 'shape-line',
    type: 'line',
    source: 'shape',
    paint: { 'line-color': colour, 'line-width': 3 },
  });
}
