import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoundingBox, Shape } from '../api/answers.js';
import { useSpeech } from '../language/language.js';
import { useMedia } from '../shell/use-media.js';
import { DrawArea, type Drawing } from './draw-area.js';
import { MapCanvas } from './map-canvas.js';
import { MapFrame } from './map-frame.js';
import { words } from './map.words.js';
import { day, night } from './palette.js';
import { useChosen, type Chosen } from './show-chosen.js';
import { areaOf, boxOf } from './shapes.js';

export interface DrawMapProps {
  view: BoundingBox | undefined;
  /** Where the map moves after a search. */
  goTo?: BoundingBox | undefined;
  /** What was chosen in other ways. */
  beside?: Chosen;
  shape: Shape | undefined;
  onDraw: (shape: Shape | undefined) => void;
}

const nothing: Chosen = { places: [], shape: undefined, near: [] };

/** A map for drawing an area. */
export function DrawMap({ view, goTo, beside = nothing, shape, onDraw }: DrawMapProps) {
  const { say, format } = useSpeech();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [map, setMap] = useState<MapLibre>();
  const [drawing, setDrawing] = useState<Drawing>({ shape, setting: false, corners: 0, crosses: false });
  useChosen(map, beside, dark);
  const area = useRef<DrawArea>(undefined);
  const newest = useRef({ shape, onDraw });
  newest.current = { shape, onDraw };
  const [first] = useState(() => (shape ? boxOf(shape) : view));

  useEffect(() => {
    if (!map) return;
    const made = new DrawArea(map, (dark ? night : day).chosen, (drawn) => {
      setDrawing(drawn);
      newest.current.onDraw(drawn.shape);
    });
    made.show(newest.current.shape);
    area.current = made;
    return () => {
      area.current = undefined;
      // A removed map has already removed its layers.
      if (map.style as unknown) made.stop();
    };
  }, [map]);

  function begin(): void {
    area.current?.begin();
    // On a phone the map may be half below the screen, where no corner can be set.
    map?.getContainer().scrollIntoView({ block: 'nearest' });
  }

  const { setting, corners, crosses } = drawing;
  const howFar = setting ? say(corners < 3 ? words.drawMore : words.drawEnough, { n: corners }) : '';
  return (
    <MapFrame
      tools={
        setting ? (
          <>
            <p>{say(words.drawHow)}</p>
            <div class="buttons">
              <button
                type="button"
                class="button button-main"
                onClick={() => area.current?.setCornerInMiddle()}
              >
                {say(words.corner)}
              </button>
              <button
                type="button"
                class="button button-quiet"
                aria-disabled={corners < 3 ? true : undefined}
                onClick={() => {
                  if (corners >= 3) area.current?.finish();
                }}
              >
                {say(words.done)}
              </button>
              <button type="button" class="button button-quiet" onClick={() => area.current?.undo()}>
                {say(words.undo)}
              </button>
            </div>
          </>
        ) : (
          <>
            {shape && (
              <p>
                <strong>{say(words.drawn, { area: format.area(areaOf(shape)) })}</strong>{' '}
                {say(words.drawMove)}
              </p>
            )}
            <div class="buttons">
              <button
                type="button"
                class={shape ? 'button button-quiet' : 'button button-main'}
                onClick={begin}
              >
                {say(shape ? words.drawAnother : words.drawBegin)}
              </button>
              {shape && (
                <button type="button" class="button button-quiet" onClick={() => area.current?.clear()}>
                  {say(words.clear)}
                </button>
              )}
            </div>
          </>
        )
      }
      message={crosses ? say(words.crosses) : howFar}
    >
      <MapCanvas view={goTo ?? first} dark={dark} label={say(words.map)} onReady={setMap} />
    </MapFrame>
  );
}
