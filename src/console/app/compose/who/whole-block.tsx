import { useEffect, useRef } from 'preact/hooks';
import type { BoundingBox, PlaceInDetail } from '../../api/answers.js';
import { read } from '../../api/query-client.js';
import { useMutation } from '../../api/use-mutation.js';
import { useQuery } from '../../api/use-query.js';
import { useSpeech } from '../../language/language.js';
import { BusyButton } from '../../shell/busy-button.js';
import { FailureNote } from '../../shell/failure-note.js';
import { whoWords } from '../compose.words.js';
import type { Change } from '../form/form-change.js';
import type { ChosenPlace } from '../form/form.js';
import { nameOfChosen } from '../../contents/spoken-name.js';

interface WholeBlockProps {
  property: ChosenPlace;
  /** Whether it was chosen on this visit to the step: the button is then brought into view. */
  isNew: boolean;
  change: Change;
  onTaken: (message: string, box: BoundingBox) => void;
}

/** Replaces a property by its whole block in one step: a leak seldom affects only one house. */
export function WholeBlock({ property, isNew, change, onTaken }: WholeBlockProps) {
  const { say } = useSpeech();
  const { data } = useQuery<PlaceInDetail>(`/places/${property.id}`);
  const { busy, failure, run } = useMutation((id: string) => read<PlaceInDetail>(`/places/${id}`));
  const block = data?.block;
  const offer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever has chosen on the map, which is further down, must not be taken from it.
    const { current: shown } = offer;
    if (isNew && shown && shown.getBoundingClientRect().top > 0) shown.scrollIntoView({ block: 'nearest' });
  }, [block]);
  if (!block) return null;

  async function take(id: string): Promise<void> {
    const found = await run(id);
    if (!found) return;
    const { kind, name, boundingBox, saved } = found.answer;
    change(({ places }) => ({
      places: [
        ...places.filter((place) => place.id !== property.id && place.id !== id),
        { id, kind, name, boundingBox, saved },
      ],
    }));
    onTaken(say(whoWords.wholeBlockTaken, { name, property: nameOfChosen(property) }), boundingBox);
  }
  return (
    <div class="whole-block" ref={offer}>
      <BusyButton look="quiet" busy={busy} onClick={() => void take(block.id)}>
        {say(whoWords.wholeBlock, { name: block.name })}
      </BusyButton>
      <FailureNote failure={failure} />
    </div>
  );
}
