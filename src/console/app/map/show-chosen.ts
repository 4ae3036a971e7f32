import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'preact/hooks';
import type { Near, Place, Shape } from '../api/answers.js';
import { markNear } from './near-layer.js';
import { day, night } from './palette.js';
import { markChosen } from './picking.js';
import { drawShape } from './shape-layer.js';

/** All parts of an area, in whichever way they were chosen. */
export interface Chosen {
  readonly places: readonly Place[];
  readonly shape: Shape | undefined;
  readonly near: readonly Near[];
}

/** Shows on a map everything that is chosen, also in other ways than this map's own. */
export function useChosen(map: MapLibre | undefined, { places, shape, near }: Chosen, dark: boolean): void {
  const colour = (dark ? night : day).chosen;
  useEffect(() => {
    if (map) markChosen(map, places);
  }, [map, places]);
  useEffect(() => {
    if (map) drawShape(map, shape, colour);
  }, [map, shape]);
  useEffect(() => {
    if (map) markNear(map, near, colour);
  }, [map, near]);
}
