import { useState } from 'preact/hooks';
import { call, failureIn } from '../../api/call.js';
import type { BoundingBox, PlaceInDetail } from '../../api/answers.js';
import type { Failure } from '../../api/failure.js';
import { useLoaded } from '../../api/use-loaded.js';
import { useSpeech } from '../../language/language.js';
import { BusyButton } from '../../shell/busy-button.js';
import { FailureNote } from '../../shell/failure-note.js';
import { whoWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import type { ChosenPlace } from '../form/form.js';
import { nameOfChosen } from './spoken-name.js';

interface WholeBlockProps {
  property: ChosenPlace;
  change: Change;
  onTaken: (message: string, box: BoundingBox) => void;
}

/** From a property to its whole block in one step, in its place: a leak is seldom one house's. */
export function WholeBlock({ property, change, onTaken }: WholeBlockProps) {
  const { say } = useSpeech();
  const { data } = useLoaded<PlaceInDetail>(`/places/${property.id}`);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const block = data?.block;
  if (!block) return null;

  function take(id: string): void {
    setFailure(undefined);
    setBusy(true);
    call<PlaceInDetail>('GET', `/places/${id}`).then(
      ({ kind, name, boundingBox, saved }) => {
        change(({ places }) => ({
          places: [
            ...places.filter((place) => place.id !== property.id && place.id !== id),
            { id, kind, name, boundingBox, saved },
          ],
        }));
        onTaken(say(whoWords.wholeBlockTaken, { name, property: nameOfChosen(property) }), boundingBox);
      },
      (error: unknown) => {
        setBusy(false);
        setFailure(failureIn(error));
      },
    );
  }
  return (
    <div class="whole-block">
      <BusyButton look="quiet" busy={busy} onClick={() => take(block.id)}>
        {say(whoWords.wholeBlock, { name: block.name })}
      </BusyButton>
      <FailureNote failure={failure} />
    </div>
  );
}
