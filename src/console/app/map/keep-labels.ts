import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { labelPoints, labelledKinds, type LabelledKind } from './label-points.js';

/** Puts the labels anew whenever the map has come to rest. @returns how to stop */
export function keepLabels(map: MapLibre): () => void {
  let shown = '';
  const put = () => {
    const pieces = Object.fromEntries(
      labelledKinds.map((kind) => [kind, map.querySourceFeatures('tiles', { sourceLayer: kind })]),
    ) as unknown as Record<LabelledKind, ReturnType<MapLibre['querySourceFeatures']>>;
    const points = labelPoints(pieces);
    const key = JSON.stringify(points);
    // Other labels make the map draw, and then rest again.
    if (key === shown) return;
    shown = key;
    void map.getSource<GeoJSONSource>('labels')?.setData(points);
  };
  map.on('idle', put);
  return () => {
    map.off('idle', put);
  };
}
