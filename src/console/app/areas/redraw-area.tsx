import { useState } from 'preact/hooks';
import type { SavedArea } from '../api/answers.js';
import type { PlaceInDetail, Shape } from '../api/answers.js';
import { useQuery } from '../api/use-query.js';
import { useSpeech } from '../language/language.js';
import { LoadedMap } from '../map/collapsible-map.js';
import { cornersOf, polygonsOf } from '../map/shapes.js';
import { BusyButton } from '../shell/busy-button.js';
import { FailureNote } from '../shell/failure-note.js';
import { words as shellWords } from '../shell/shell.words.js';
import { words } from './areas.words.js';
import { useAreaChange } from './use-area-change.js';

const loadDrawMap = () => import('../map/draw-map.js');

interface RedrawAreaProps {
  area: SavedArea;
  onDone: () => void;
}

/** The drawing map with a saved area's shape. */
export function RedrawArea({ area, onDone }: RedrawAreaProps) {
  const { say } = useSpeech();
  const { data, failure, loading, reload } = useQuery<PlaceInDetail>(`/places/${area.id}`);
  return (
    <div class="area-map">
      <FailureNote failure={failure} retry={reload} />
      {!data && loading && <p role="status">{say(shellWords.loading)}</p>}
      {data && <Drawing area={area} before={data.geometry} onDone={onDone} />}
    </div>
  );
}

function Drawing({ area, before, onDone }: RedrawAreaProps & { before: Shape }) {
  const { say } = useSpeech();
  // The drawing tool has no holes: it would show nothing of an area with holes.
  const [movable] = useState(() => polygonsOf(before).every((rings) => rings.length === 1));
  const [shape, setShape] = useState(() => (movable ? cornersOf(before) : undefined));
  const [missing, setMissing] = useState(false);
  const { busy, failure, change } = useAreaChange(area.id);

  async function save(): Promise<void> {
    setMissing(!shape);
    if (shape && (await change({ name: area.name, polygon: shape }))) onDone();
  }
  return (
    <>
      <p class="hint">{say(movable ? words.redrawHow : words.redrawAnew)}</p>
      <LoadedMap load={loadDrawMap}>
        {({ DrawMap }) => <DrawMap view={area.boundingBox} shape={shape} onDraw={setShape} />}
      </LoadedMap>
      <p class="fault" role="alert">
        {missing && !shape && say(words.nothingDrawn)}
      </p>
      <FailureNote failure={failure} retry={() => void save()} />
      <BusyButton busy={busy} onClick={() => void save()}>
        {say(words.saveShape)}
      </BusyButton>
    </>
  );
}
