import { useRef, useState } from 'preact/hooks';
import type { BoundingBox, Shape } from '../api/answers.js';
import { ShowOnMap } from '../compose/search/show-on-map.js';
import { useSpeech } from '../language/language.js';
import { CollapsibleMap } from '../map/collapsible-map.js';
import { useSession } from '../session/session.js';
import { rescueFocus } from '../shell/page-title.js';
import { words } from './areas.words.js';
import { SaveArea } from './save-area.js';

const loadDrawMap = () => import('../map/draw-map.js');

/** Draws and saves an area without a broadcast. */
export function NewArea({ onSaved }: { onSaved: (name: string) => void }) {
  const { say } = useSpeech();
  const { settings } = useSession();
  const [drawing, setDrawing] = useState(false);
  const [shape, setShape] = useState<Shape>();
  const [goTo, setGoTo] = useState<BoundingBox>();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section class="card" aria-labelledby="new-area">
      <h2 ref={heading} id="new-area" tabIndex={-1}>
        {say(words.draw)}
      </h2>
      <p class="hint">{say(words.drawHow)}</p>
      {!drawing && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            setDrawing(true);
            // The button is gone: the focus must move to something nearby.
            heading.current?.focus();
          }}
        >
          {say(words.draw)}
        </button>
      )}
      {drawing && <ShowOnMap onFound={setGoTo} />}
      {drawing && (
        <CollapsibleMap open load={loadDrawMap}>
          {({ DrawMap }) => (
            <DrawMap
              view={settings?.municipality.boundingBox ?? undefined}
              goTo={goTo}
              shape={shape}
              onDraw={setShape}
            />
          )}
        </CollapsibleMap>
      )}
      {drawing && shape && (
        <SaveArea
          shape={shape}
          onSaved={(name) => {
            setDrawing(false);
            setShape(undefined);
            onSaved(name);
            rescueFocus();
          }}
        />
      )}
    </section>
  );
}
