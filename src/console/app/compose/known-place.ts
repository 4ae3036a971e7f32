import { call } from '../api/call.js';
import { isArea, type Broadcast, type BroadcastState, type Place } from '../api/contract.js';
import { placesOf } from './places-of.js';
import type { Fillings } from './templates.js';

/** More places than these make no name in a text. */
const mostNamed = 3;

/** Of an extension that may go out while the follow-up is written. */
const undecided: readonly BroadcastState[] = ['draft', 'pending-approval', 'returned', 'approved'];

type Told = Pick<Broadcast, 'id' | 'audience' | 'planned' | 'follows' | 'followedBy'>;

/**
 * What a template's gap for the place begins with, by language, in an update or an all-clear: everywhere the alert and
 * its extensions went, since it goes to all who had them. Nothing where a part of that was drawn or has no name, or where
 * an extension may still go out: a place that is too small would tell the others that it is not for them.
 *
 * @param original any broadcast of the alert
 */
export async function knownPlace(
  original: Told,
  languages: readonly string[],
): Promise<Readonly<Record<string, Fillings>>> {
  // Never a reason not to call off an alert: somebody writes the place then.
  const places = await everywhere(original).catch(() => []);
  if (places.length === 0) return {};
  const names = places.map(({ name }) => name);
  const inWords = (language: string): string => new Intl.ListFormat(language).format(names);
  const first = languages[0] ?? 'sv';
  // A language without one of its own takes the first one's along, also when that is written anew.
  const own = languages.filter((language) => language === first || inWords(language) !== inWords(first));
  return Object.fromEntries(own.map((language) => [language, { plats: inWords(language) }]));
}

async function everywhere(original: Told): Promise<readonly Place[]> {
  const get = (id: string) => call<Told>('GET', `/broadcasts/${id}`);
  const root = original.follows ? await get(original.follows.root) : original;
  const extensions = root.followedBy.filter(({ relation }) => relation === 'extension');
  if (extensions.some(({ state }) => undecided.includes(state))) return [];
  const told = [root, ...(await Promise.all(extensions.map(({ id }) => get(id))))];
  const ids = new Set<string>();
  for (const { audience, planned } of told) {
    if (planned === undefined) continue;
    if (!isArea(audience) || audience.polygon || audience.near) return [];
    for (const id of audience.places ?? []) ids.add(id);
  }
  if (ids.size > mostNamed) return [];
  const places = await placesOf({ audience: { places: [...ids] } });
  return places.length === ids.size ? places : [];
}
