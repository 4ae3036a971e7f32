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

// Our content security policy allows workers only from our own origin.
setWorkerUrl(workerUrl);

export interface MapCanvasProps {
  /** The map's initial view. A later change moves the map. */
  view: BoundingBox | undefined;
  dark: boolean;
  label: string;
  /** Called with the map when its style is loaded, and with undefined when it is removed. */
  onReady: (map: MapLibre | undefined) => void;
}

/** The map itself. It receives pointer events; its listeners decide what they mean. */
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
      // No WebGL: an old phone, or a browser in lockdown mode. The search can be used instead.
      setFailed(true);
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
    map.current = made;
    // Once the style is loaded, layers can be changed. Tiles may still be loading.
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
