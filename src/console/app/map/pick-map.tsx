import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { BoundingBox } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { Segmented } from '../shell/segmented.js';
import { useMedia } from '../shell/use-media.js';
import { MapCanvas } from './map-canvas.js';
import { MapFrame } from './map-frame.js';
import { pickLayers, shownFrom, type PickLayer } from './map-style.js';
import { layerWords, words } from './map.words.js';
import { comeNearer, idInMiddle, pickByPointer } from './picking.js';
import { useChosen, type Chosen } from './show-chosen.js';

export interface PickMapProps {
  view: BoundingBox | undefined;
  chosen: Chosen;
  /** Called with the id of a place to add or to remove. */
  onToggle: (id: string) => void;
}

/** A map for choosing places by clicking, or with the cross at its centre. */
export function PickMap({ view, chosen, onToggle }: PickMapProps) {
  const { say } = useSpeech();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [map, setMap] = useState<MapLibre>();
  const [layer, setLayer] = useState<PickLayer>('property');
  const [zoom, setZoom] = useState(0);
  const [message, setMessage] = useState('');

  const pick = (id: string | undefined) => {
    setMessage(id === undefined ? say(words.nothingThere) : '');
    if (id !== undefined) onToggle(id);
  };
  // A layout effect: otherwise a quick tap would still choose on the previous layer. `onToggle` is a new function at
  // each render.
  useLayoutEffect(() => {
    if (map) return pickByPointer(map, layer, pick);
  }, [map, layer, onToggle]);
  useChosen(map, chosen, dark);
  useEffect(() => {
    if (!map) return;
    const follow = () => setZoom(map.getZoom());
    follow();
    map.on('zoomend', follow);
    return () => {
      map.off('zoomend', follow);
    };
  }, [map]);

  const tooFar = map !== undefined && zoom < shownFrom[layer];
  return (
    <MapFrame
      tools={
        <>
          <Segmented
            legend={say(words.pickLayer)}
            value={layer}
            choices={pickLayers.map((value) => ({ value, label: say(layerWords[value]) }))}
            onChoose={setLayer}
          />
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              if (map && !comeNearer(map, layer)) pick(idInMiddle(map, layer));
            }}
          >
            {say(words.pickMiddle)}
          </button>
        </>
      }
      message={tooFar ? say(words.zoomToSee) : message}
    >
      <MapCanvas view={view} dark={dark} label={say(words.map)} onReady={setMap} />
    </MapFrame>
  );
}
