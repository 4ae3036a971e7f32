import { failureIn } from '../../api/call.js';
import { read } from '../../api/query-client.js';
import { isArea } from '../../api/is-area.js';
import type { Broadcast, Place } from '../../api/answers.js';

/** Concurrent requests: an alert may name thousands of places. */
const atOnce = 8;

/** A place that a broadcast names and that has since left the register. */
export interface LostPlace {
  readonly id: string;
  /** Its name when the broadcast was written, if known. */
  readonly name?: string;
  /** Whether the broadcast left it out: without it, the people there would be reached. */
  readonly leftOut: boolean;
}

/**
 * The places of a broadcast that are still in the register; {@link lostPlaces} returns the others. Fails when a place
 * cannot be fetched: omitting it would silently miss people, or reach people who were left out.
 *
 * @throws RequestFailed
 */
export async function placesOf({ audience }: Pick<Broadcast, 'audience'>): Promise<Place[]> {
  const found = await fewAtOnce(namedIn(audience), ({ id }) => find(`/places/${id}`));
  return found.filter((place) => place !== undefined);
}

/**
 * The places of a broadcast that have left the register.
 *
 * @param known the result of {@link placesOf}
 * @throws RequestFailed
 */
export async function lostPlaces(
  { audience, createdAt }: Pick<Broadcast, 'audience' | 'createdAt'>,
  known: readonly Place[],
): Promise<LostPlace[]> {
  const found = new Set(known.map(({ id }) => id));
  const lost = namedIn(audience).filter(({ id }) => !found.has(id));
  return fewAtOnce(lost, async (part) => {
    const then = await find(`/places/${part.id}?at=${encodeURIComponent(createdAt)}`);
    return { ...part, ...(then ? { name: then.name } : {}) };
  });
}

function namedIn(audience: Broadcast['audience']): Pick<LostPlace, 'id' | 'leftOut'>[] {
  if (!isArea(audience)) return [];
  return [
    ...(audience.places ?? []).map((id) => ({ id, leftOut: false })),
    ...(audience.minus?.places ?? []).map((id) => ({ id, leftOut: true })),
  ];
}

/** Undefined when the place is gone. Any other failure is retried once. */
async function find(path: string): Promise<Place | undefined> {
  const ask = () => read<Place>(path).catch(unlessGone);
  return ask().catch(ask);
}

function unlessGone(error: unknown): undefined {
  const failure = failureIn(error);
  if (failure.kind !== 'refused' || failure.problem.code !== 'place.unknown') throw error;
}

/** One answer for each item, in order. The first failure fails all. */
async function fewAtOnce<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    answers.push(...(await Promise.all(items.slice(from, from + atOnce).map(ask))));
  return answers;
}
