import type { useSpeech } from '../language/language.js';
import { sortOf } from './place.words.js';

interface NamedPlace extends Readonly<Parameters<typeof sortOf>[0]> {
  readonly name: string;
  readonly address?: string | undefined;
}

/**
 * The name of a chosen place. A property also gets the address by which it was chosen, since people know the address.
 */
export const nameOfChosen = ({ name, address }: { name: string; address?: string | undefined }): string =>
  address === undefined ? name : `${address} (${name})`;

/** The name of a place without other context. A saved area also gets its kind, since it may have a real area's name. */
export const spokenName = (place: NamedPlace, say: ReturnType<typeof useSpeech>['say']): string =>
  place.saved ? `${say(sortOf(place))} ${place.name}` : nameOfChosen(place);
