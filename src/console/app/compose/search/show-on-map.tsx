import { useState } from 'preact/hooks';
import { failureIn } from '../../api/call.js';
import type { BoundingBox, PlaceInDetail } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { read } from '../../api/query-client.js';
import { useSpeech } from '../../language/language.js';
import { boxOfNear } from '../../map/shapes.js';
import { FailureNote } from '../../shell/failure-note.js';
import { whoWords } from '../compose.words.js';
import { PlaceSearch } from './place-search.js';

/** Metres shown around an address. */
const around = 300;

/** A search that moves the drawing map to a place. */
export function ShowOnMap({ onFound }: { onFound: (box: BoundingBox) => void }) {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<Failure>();
  return (
    <>
      <PlaceSearch
        chosen={[]}
        label={say(whoWords.drawSearch)}
        hint={say(whoWords.drawSearchHint)}
        onChoose={({ placeId, place, point }) => {
          setFailure(undefined);
          if (place) onFound(place.boundingBox);
          else if (point)
            onFound(boxOfNear({ geometry: { type: 'Point', coordinates: [...point] }, metres: around }));
          else
            read<PlaceInDetail>(`/places/${placeId}`).then(
              ({ boundingBox }) => onFound(boundingBox),
              (error: unknown) => setFailure(failureIn(error)),
            );
        }}
      />
      <FailureNote failure={failure} />
    </>
  );
}
