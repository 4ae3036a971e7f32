import 'maplibre-gl/dist/maplibre-gl.css';
import {
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type ErrorEvent,
  type MapSourceDataEvent,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoundingBox } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { useSession } from '../session/session.js';
import { keepLabels } from './keep-labels.js';
import { words } from './map.words.js';
import { mapStyle } from './map-style.js';
import { day, night } from './palette.js';

// Our content security policy lets workers come only from ourselves.
setWorkerUrl(workerUrl);

export interface MapCanvasProps {
  /** What the map shows first; later changes move it. */
  view: BoundingBox | undefined;
  dark: boolean;
  label: string;
  /** The map when it is drawn for the first time, undefined when it is gone. */
  onReady: (map: MapLibre | undefined) => void;
}

/** The map itself. It takes the pointer; who listens to it decides what that means. */
export function MapCanvas({ view, dark, label, onReady }: MapCanvasProps) {
  const { say } = useSpeech();
  const background = useSession().settings?.mapBackground ?? null;
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre>(undefined);
  const [failed, setFailed] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const [bare, setBare] = useState(false);

  useEffect(() => {
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: box.current!,
        style: mapStyle(dark ? night : day, location.origin, background),
        ...(view ? { bounds: [...view] as [number, number, number, number] } : {}),
        fitBoundsOptions: { padding: 24, maxZoom: 17 },
        attributionControl: false,
        maxPitch: 0,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        maxZoom: 20,
        minZoom: 6,
        fadeDuration: 0,
        locale: {
          'NavigationControl.ZoomIn': say(words.zoomIn),
          'NavigationControl.ZoomOut': say(words.zoomOut),
          'Map.Title': label,
        },
      });
    } catch {
      // No WebGL: an old phone, or a browser in a locked-down mode. The search does the same work.
      setFailed(true);
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
    map.current = made;
    // Once the style is there layers can be changed; tiles may still come.
    made.once('style.load', () => onReady(made));
    made.once('load', () => setDrawn(true));
    made.on('error', (event: ErrorEvent & { sourceId?: string }) => {
      if (event.sourceId === 'background') setBare(true);
      else console.error(event.error);
    });
    made.on('sourcedata', ({ sourceId, tile }: MapSourceDataEvent) => {
      if (sourceId === 'background' && tile) setBare(false);
    });
    const stopLabels = keepLabels(made);
    return () => {
      stopLabels();
      setDrawn(false);
      onReady(undefined);
      map.current = undefined;
      made.remove();
    };
  }, [dark, say, background?.template]);

  useEffect(() => {
    if (view)
      map.current?.fitBounds([...view] as [number, number, number, number], { padding: 40, maxZoom: 17 });
  }, [view?.join(' ')]);

  if (failed) return <p class="note">{say(words.noMap)}</p>;
  return (
    <>
      <div ref={box} class="map-canvas" />
      <p class="map-message" role="status">
        {!drawn && <span>{say(words.fetching)}</span>}
      </p>
      {background && (bare || background.attribution !== '') && (
        <p class="map-attribution">{bare ? say(words.bare) : background.attribution}</p>
      )}
    </>
  );
}
