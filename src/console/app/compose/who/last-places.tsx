import type { LastPlace } from '../../api/answers.js';
import { useQuery } from '../../api/use-query.js';
import { nameOfChosen } from '../../contents/spoken-name.js';
import { sortOf } from '../../contents/place.words.js';
import { useSpeech } from '../../language/language.js';
import { whoWords } from '../compose.words.js';

interface LastPlacesProps {
  chosen: readonly { readonly id: string }[];
  onChoose: (place: LastPlace) => void;
}

/** The places of the user's own last alerts, one tap each. */
export function LastPlaces({ chosen, onChoose }: LastPlacesProps) {
  const { data } = useQuery<LastPlace[]>('/last-places');
  return <PlaceButtons places={(data ?? []).filter(({ id }) => !isIn(chosen, id))} onChoose={onChoose} />;
}

const isIn = (places: readonly { readonly id: string }[], id: string): boolean =>
  places.some((place) => place.id === id);

interface PlaceButtonsProps {
  places: readonly LastPlace[];
  onChoose: (place: LastPlace) => void;
}

export function PlaceButtons({ places, onChoose }: PlaceButtonsProps) {
  const { say } = useSpeech();
  if (places.length === 0) return null;
  return (
    <section class="last-places" aria-labelledby="last-places">
      <h3 id="last-places">{say(whoWords.lastPlaces)}</h3>
      <ul class="chips">
        {places.map((place) => (
          <li key={place.id}>
            <button type="button" class="button button-quiet" onClick={() => onChoose(place)}>
              <span>
                <span class="chip-kind">{say(sortOf(place))}</span> {nameOfChosen(place)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
