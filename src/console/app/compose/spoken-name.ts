import type { Place } from '../api/contract.js';
import type { useSpeech } from '../language/language.js';
import { sortOf } from './compose.words.js';

/** What a place is called where its name stands alone: a saved area may have the name of a real one. */
export const spokenName = (place: Place, say: ReturnType<typeof useSpeech>['say']): string =>
  place.saved ? `${say(sortOf(place))} ${place.name}` : place.name;
