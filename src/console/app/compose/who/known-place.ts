import { read } from '../../api/query-client.js';
import { isArea } from '../../api/is-area.js';
import type { Broadcast, BroadcastState, Near } from '../../api/answers.js';
import type { ChosenPlace } from '../form/form.js';
import { placeInWords } from '../form/place-in-words.js';
import { placesOf } from '../form/places-of.js';

/** Of an extension that may go out while the follow-up is written. */
const undecided: readonly BroadcastState[] = ['draft', 'pending-approval', 'returned', 'approved'];

type Told = Pick<Broadcast, 'id' | 'audience' | 'planned' | 'follows' | 'followedBy'>;

export interface KnownPlace {
  /** What it is called, by language. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether the alert went nowhere else than at first. */
  readonly unextended: boolean;
}

/**
 * What a template's gap for the place begins with in an update or an all-clear: everywhere the alert and its extensions went,
 * since it goes to all who had them. Nothing where a part of that was drawn or has no name, or where an extension may still
 * go out: a place that is too small would tell the others that it is not for them.
 *
 * @param original any broadcast of the alert
 */
export async function knownPlace(original: Told, languages: readonly string[]): Promise<KnownPlace> {
  // Never a reason not to call off an alert: somebody writes the place then.
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
    // What one part leaves out another may hold.
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
