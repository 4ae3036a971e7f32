import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { LineString, Point, Position } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BoundingBox, Near } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { useMedia } from '../shell/use-media.js';
import { MapCanvas } from './map-canvas.js';
import { MapFrame } from './map-frame.js';
import { words } from './map.words.js';
import { useChosen, type Chosen } from './show-chosen.js';

export interface NearMapProps {
  view: BoundingBox | undefined;
  chosen: Chosen;
  /** The distance for the point or line that is being added. */
  metres: number;
  onAdd: (geometry: Point | LineString) => void;
}

/** A map for pointing out a leak or a pipe: with the pointer, or with the cross at its centre. */
export function NearMap({ view, chosen, metres, onAdd }: NearMapProps) {
  const { say } = useSpeech();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [map, setMap] = useState<MapLibre>();
  const [setting, setSetting] = useState<'point' | 'line'>();
  const [line, setLine] = useState<readonly Position[]>([]);
  const put = useRef<(at: Position) => void>(undefined);
  put.current = (at) => {
    if (setting === 'line') setLine([...line, at]);
    if (setting !== 'point') return;
    setSetting(undefined);
    onAdd({ type: 'Point', coordinates: at });
  };

  useEffect(() => {
    if (!map) return;
    const click = ({ lngLat: { lng, lat } }: MapMouseEvent) => put.current?.([round(lng), round(lat)]);
    map.on('click', click);
    return () => {
      map.off('click', click);
    };
  }, [map]);
  useEffect(() => {
    if (map) map.getCanvas().style.cursor = setting ? 'crosshair' : '';
  }, [map, setting]);
  const { near } = chosen;
  const shown = useMemo(() => [...near, ...underWay(line, metres)], [near, line, metres]);
  useChosen(map, { ...chosen, near: shown }, dark);

  function begin(what: 'point' | 'line'): void {
    setSetting(what);
    // On a phone the map may be half below the screen, where nothing can be pointed out.
    map?.getContainer().scrollIntoView({ block: 'nearest' });
  }
  function finish(): void {
    if (line.length < 2) return;
    onAdd({ type: 'LineString', coordinates: [...line] });
    stop();
  }
  function stop(): void {
    setSetting(undefined);
    setLine([]);
  }
  function putInMiddle(): void {
    if (!map) return;
    const { lng, lat } = map.getCenter();
    put.current?.([round(lng), round(lat)]);
  }

  return (
    <MapFrame
      tools={
        setting ? (
          <>
            <p>{say(setting === 'point' ? words.pointHow : words.lineHow)}</p>
            <div class="buttons">
              <button type="button" class="button button-main" onClick={putInMiddle}>
                {say(words.putInMiddle)}
              </button>
              {setting === 'line' && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-disabled={line.length < 2 ? true : undefined}
                  onClick={finish}
                >
                  {say(words.done)}
                </button>
              )}
              {line.length > 0 && (
                <button type="button" class="button button-quiet" onClick={() => setLine(line.slice(0, -1))}>
                  {say(words.undoPoint)}
                </button>
              )}
              <button type="button" class="button button-quiet" onClick={stop}>
                {say(words.stop)}
              </button>
            </div>
          </>
        ) : (
          <div class="buttons">
            <button type="button" class="button button-main" onClick={() => begin('point')}>
              {say(words.pointBegin)}
            </button>
            <button type="button" class="button button-quiet" onClick={() => begin('line')}>
              {say(words.lineBegin)}
            </button>
          </div>
        )
      }
      message={
        setting === 'line' ? say(line.length < 2 ? words.lineMore : words.lineEnough, { n: line.length }) : ''
      }
    >
      <MapCanvas view={view} dark={dark} label={say(words.map)} onReady={setMap} />
    </MapFrame>
  );
}

/** Rounded to a centimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function underWay(line: readonly Position[], metres: number): Near[] {
  if (line.length === 0) return [];
  if (line.length === 1) return [{ geometry: { type: 'Point', coordinates: line[0]! }, metres }];
  return [{ geometry: { type: 'LineString', coordinates: [...line] }, metres }];
}
