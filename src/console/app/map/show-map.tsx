import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'preact/hooks';
import type { Place, Shape } from '../api/contract.js';
import { useSpeech } from '../language/language.js';
import { useMedia } from '../shell/use-media.js';
import { MapCanvas } from './map-canvas.js';
import { MapFrame } from './map-frame.js';
import { words } from './map.words.js';
import { day, night } from './palette.js';
import { markChosen } from './picking.js';
import { boxAround, boxOf } from './shapes.js';

export interface ShowMapProps {
  places: readonly Place[];
  shape: Shape | undefined;
}

/** A map that shows whom a broadcast is for. */
export function ShowMap({ places, shape }: ShowMapProps) {
  const { say } = useSpeech();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [map, setMap] = useState<MapLibre>();
  const view = boxAround([...places.map(({ boundingBox }) => boundingBox), ...(shape ? [boxOf(shape)] : [])]);
  useEffect(() => {
    if (map) markChosen(map, places);
  }, [map, places]);
  useEffect(() => {
    if (map && shape) drawShape(map, shape, (dark ? night : day).chosen);
  }, [map, shape]);
  return (
    <MapFrame>
      <MapCanvas view={view} dark={dark} label={say(words.map)} onReady={setMap} />
    </MapFrame>
  );
}

function drawShape(map: MapLibre, shape: Shape, colour: string): void {
  const data = { type: 'Feature' as const, properties: {}, geometry: shape };
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
