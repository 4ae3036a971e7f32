import type { useSpeech } from '../../language/language.js';
import { sortOf } from '../compose.words.js';
import type { ChosenPlace } from '../form/form.js';

/** What a place is called: a property by the address that it was chosen by too, which is what people know. */
export const nameOfChosen = ({ name, address }: { name: string; address?: string | undefined }): string =>
  address === undefined ? name : `${address} (${name})`;

/** What a place is called where its name stands alone: a saved area may have the name of a real one. */
export const spokenName = (place: ChosenPlace, say: ReturnType<typeof useSpeech>['say']): string =>
  place.saved ? `${say(sortOf(place))} ${place.name}` : nameOfChosen(place);
