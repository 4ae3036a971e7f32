import { failureIn } from '../../api/call.js';
import { read } from '../../api/query-client.js';
import { isArea } from '../../api/is-area.js';
import type { Broadcast, Place } from '../../api/answers.js';

/** Requests at a time: an alert may name thousands of places. */
const atOnce = 8;

/** A place that a broadcast names and that has left the register since. */
export interface LostPlace {
  readonly id: string;
  /** What it was called when the broadcast was written, if that is known. */
  readonly name?: string;
  /** Whether it was left out: who is there would be reached without it. */
  readonly leftOut: boolean;
}

/**
 * The places a broadcast names that are still in the register; {@link lostPlaces} tells of the others. One that could
 * not be fetched is not left out, or somebody would be missed, or reached after all, without a word.
 *
 * @throws RequestFailed
 */
export async function placesOf({ audience }: Pick<Broadcast, 'audience'>): Promise<Place[]> {
  const found = await fewAtOnce(namedIn(audience), ({ id }) => find(`/places/${id}`));
  return found.filter((place) => place !== undefined);
}

/**
 * What of a broadcast can't be carried over.
 *
 * @param known what {@link placesOf} found
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

/** Undefined when it is gone; any other failure is given a second try. */
async function find(path: string): Promise<Place | undefined> {
  const ask = () => read<Place>(path).catch(unlessGone);
  return ask().catch(ask);
}

function unlessGone(error: unknown): undefined {
  const failure = failureIn(error);
  if (failure.kind !== 'refused' || failure.problem.code !== 'place.unknown') throw error;
}

/** One answer for each, in their order. The first failure ends them all. */
async function fewAtOnce<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    answers.push(...(await Promise.all(items.slice(from, from + atOnce).map(ask))));
  return answers;
}
