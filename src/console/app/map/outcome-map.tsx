import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'preact/hooks';
import type { OnMap, OutcomeOnMap } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { useMedia } from '../shell/use-media.js';
import { MapCanvas } from './map-canvas.js';
import { MapFrame } from './map-frame.js';
import { words } from './map.words.js';
import { boxAround, boxOf } from './shapes.js';

/** Distinct in lightness too, for people who see few colours. The same as in the legend (`map.css`). */
const colours: Record<OutcomeOnMap, string> = {
  reached: '#1b7f4b',
  partly: '#e0a100',
  missed: '#b3261e',
  'under-way': '#2f6fb0',
  few: '#777777',
};

/** Outlines differ too. Without a dash they are solid. As in the legend. */
const outlines: Record<OutcomeOnMap, { readonly width: number; readonly dash?: number[] }> = {
  reached: { width: 2 },
  partly: { width: 3, dash: [3, 1.5] },
  missed: { width: 5 },
  'under-way': { width: 3, dash: [1, 1] },
  few: { width: 1.5, dash: [4, 4] },
};

/** Areas coloured by what became of the broadcasts to them. */
export function OutcomeMap({ areas }: { areas: readonly OnMap[] }) {
  const { say } = useSpeech();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [map, setMap] = useState<MapLibre>();
  useEffect(() => {
    if (map) draw(map, areas);
  }, [map, areas]);
  return (
    <MapFrame>
      <MapCanvas
        view={boxAround(areas.map(({ geometry }) => boxOf(geometry)))}
        dark={dark}
        label={say(words.map)}
        onReady={setMap}
      />
    </MapFrame>
  );
}

function draw(map: MapLibre, areas: readonly OnMap[]): void {
  const data = {
    type: 'FeatureCollection' as const,
    features: areas.map(({ geometry, outcome }) => ({
      type: 'Feature' as const,
      properties: { colour: colours[outcome], outcome },
      geometry,
    })),
  };
  const there = map.getSource<GeoJSONSource>('outcomes');
  if (there) {
    void there.setData(data);
    return;
  }
  map.addSource('outcomes', { type: 'geojson', data });
  map.addLayer({
    id: 'outcome-fill',
    type: 'fill',
    source: 'outcomes',
    paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.35 },
  });
  // An outline of each kind is a layer, since a dash can't depend on the data.
  for (const [outcome, { width, dash }] of Object.entries(outlines))
    map.addLayer({
      id: `outcome-line-${outcome}`,
      type: 'line',
      source: 'outcomes',
      filter: ['==', ['get', 'outcome'], outcome],
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': width,
        ...(dash ? { 'line-dasharray': dash } : {}),
      },
    });
}
