import type { Map as MapLibre } from 'maplibre-gl';
import type { Place, PlaceKind } from '../api/answers.js';
import type { Palette } from './palette.js';

const kinds: readonly PlaceKind[] = ['municipality', 'area', 'block', 'property'];

/** Marks the places that are left out. They are dashed and unfilled, unlike the chosen places. */
export function markLeftOut(map: MapLibre, places: readonly Place[], palette: Palette): void {
  for (const kind of kinds) {
    const id = `left-out-${kind}`;
    const ids = places.filter((place) => place.kind === kind).map((place) => place.id);
    if (map.getLayer(id)) map.removeLayer(id);
    if (ids.length === 0) continue;
    map.addLayer({
      id,
      type: 'line',
      source: 'tiles',
      'source-layer': kind,
      filter: ['in', ['get', 'id'], ['literal', ids]],
      paint: { 'line-color': palette.label, 'line-width': 3, 'line-dasharray': [2, 1.5] },
    });
  }
}
