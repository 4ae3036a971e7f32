import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Place } from '../api/answers.js';
import { allChosenLayers, pickLayers, pickLine, pickTarget, shownFrom, type PickLayer } from './map-style.js';

/** Marks the chosen places, and those too small to see at this zoom with a dot. */
export function markChosen(map: MapLibre, chosen: readonly Place[]): void {
  for (const [kind, layer] of allChosenLayers) {
    const ids = chosen.filter((place) => place.kind === kind).map(({ id }) => id);
    map.setFilter(layer, ['in', ['get', 'id'], ['literal', ids]]);
  }
  const features = chosen.map(({ kind, boundingBox: [west, south, east, north] }) => ({
    type: 'Feature' as const,
    properties: { kind },
    geometry: { type: 'Point' as const, coordinates: [(west + east) / 2, (south + north) / 2] },
  }));
  void map.getSource<GeoJSONSource>('chosen')?.setData({ type: 'FeatureCollection', features });
}

/** The id of the place under a point of the map, of the kind being chosen. */
function idAt(map: MapLibre, layer: PickLayer, point: { x: number; y: number }): string | undefined {
  const [feature] = map.queryRenderedFeatures([point.x, point.y], { layers: [pickTarget(layer)] });
  const id: unknown = feature?.properties['id'];
  return typeof id === 'string' ? id : undefined;
}

export function idInMiddle(map: MapLibre, layer: PickLayer): string | undefined {
  const { clientWidth, clientHeight } = map.getCanvas();
  return idAt(map, layer, { x: clientWidth / 2, y: clientHeight / 2 });
}

/**
 * Zooms in until a layer is visible, so that users need not find the right zoom themselves.
 *
 * @returns whether it zoomed
 */
export function comeNearer(map: MapLibre, layer: PickLayer, center = map.getCenter()): boolean {
  if (map.getZoom() >= shownFrom[layer]) return false;
  map.easeTo({ center, zoom: shownFrom[layer] + 1 });
  return true;
}

/** Lets the pointer choose on one layer. @returns a function that stops it */
export function pickByPointer(
  map: MapLibre,
  layer: PickLayer,
  pick: (id: string | undefined) => void,
): () => void {
  for (const other of pickLayers)
    map.setLayoutProperty(pickLine(other), 'visibility', other === layer ? 'visible' : 'none');
  const click = (event: MapMouseEvent) => {
    if (!comeNearer(map, layer, event.lngLat)) pick(idAt(map, layer, event.point));
  };
  const move = (event: MapMouseEvent) => {
    map.getCanvas().style.cursor = idAt(map, layer, event.point) === undefined ? '' : 'pointer';
  };
  map.on('click', click);
  map.on('mousemove', move);
  return () => {
    map.off('click', click);
    map.off('mousemove', move);
    map.getCanvas().style.cursor = '';
  };
}
