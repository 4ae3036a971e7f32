import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { labelPoints, labelledKinds, type LabelledKind } from './label-points.js';

/** Updates the labels whenever the map becomes idle. @returns a function that stops it */
export function keepLabels(map: MapLibre): () => void {
  let shown = '';
  const put = () => {
    const pieces = Object.fromEntries(
      labelledKinds.map((kind) => [kind, map.querySourceFeatures('tiles', { sourceLayer: kind })]),
    ) as unknown as Record<LabelledKind, ReturnType<MapLibre['querySourceFeatures']>>;
    const points = labelPoints(pieces);
    const key = JSON.stringify(points);
    // New labels make the map render and become idle again: stop when nothing changed.
    if (key === shown) return;
    shown = key;
    void map.getSource<GeoJSONSource>('labels')?.setData(points);
  };
  map.on('idle', put);
  return () => {
    map.off('idle', put);
  };
}
