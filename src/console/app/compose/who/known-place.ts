import { read } from '../../api/query-client.js';
import { isArea } from '../../api/is-area.js';
import type { Broadcast, BroadcastState, Near } from '../../api/answers.js';
import type { ChosenPlace } from '../form/form.js';
import { placeInWords } from '../form/place-in-words.js';
import { placesOf } from '../form/places-of.js';

/** States of an extension that may still be sent while the follow-up is written. */
const undecided: readonly BroadcastState[] = ['draft', 'pending-approval', 'returned', 'approved'];

type Told = Pick<Broadcast, 'id' | 'audience' | 'planned' | 'follows' | 'followedBy'>;

export interface KnownPlace {
  /** Its name, by language. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether the alert has no extensions. */
  readonly unextended: boolean;
}

/**
 * The prefilled place of an update or an all-clear. It covers everywhere that the alert and its extensions went, since
 * a follow-up goes to everyone who had them. It has no names when a part was drawn or has no name, or when an extension
 * may still be sent: a name for only a part would tell the others that the text is not for them.
 *
 * @param original any broadcast of the alert's incident
 */
export async function knownPlace(original: Told, languages: readonly string[]): Promise<KnownPlace> {
  // A failed request must not prevent an all-clear: the writer then enters the place.
  const { area, unextended } = await everywhere(original).catch(() => ({
    area: undefined,
    unextended: false,
  }));
  if (!area) return { names: {}, unextended };
  const named = languages.flatMap((language) => {
    const name = placeInWords(area, language);
    return name === undefined ? [] : [[language, name] as const];
  });
  return { names: Object.fromEntries(named), unextended };
}

async function everywhere(original: Told) {
  const get = (id: string) => read<Told>(`/broadcasts/${id}`);
  const root = original.follows ? await get(original.follows.root) : original;
  const extensions = root.followedBy.filter(({ relation }) => relation === 'extension');
  const unextended = extensions.length === 0;
  if (extensions.some(({ state }) => undecided.includes(state))) return { unextended };
  const told = [root, ...(await Promise.all(extensions.map(({ id }) => get(id))))];
  const ids = new Set<string>();
  const near = new Map<string, Near>();
  let addresses: Readonly<Record<string, string>> = {};
  for (const { audience, planned } of told) {
    if (planned === undefined) continue;
    // Another part may include what this one leaves out.
    if (!isArea(audience) || audience.polygon || audience.minus) return { unextended };
    for (const id of audience.places ?? []) ids.add(id);
    for (const thing of audience.near ?? []) near.set(JSON.stringify(thing), thing);
    addresses = { ...addresses, ...audience.chosenBy };
  }
  const places: ChosenPlace[] = (await placesOf({ audience: { places: [...ids] } })).map((place) =>
    addresses[place.id] === undefined ? place : { ...place, address: addresses[place.id]! },
  );
  if (places.length !== ids.size) return { unextended };
  return { area: { places, near: [...near.values()], minus: [] }, unextended };
}
