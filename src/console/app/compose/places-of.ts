import { call, failureIn } from '../api/call.js';
import { isArea, type Broadcast, type Place } from '../api/contract.js';

/**
 * The places a broadcast names. One that is gone from the register is left out, so that another can be chosen; one that
 * could not be fetched is not, or somebody would be missed, or reached after all, without a word.
 *
 * @throws RequestFailed
 */
export async function placesOf({ audience }: Pick<Broadcast, 'audience'>): Promise<Place[]> {
  if (!isArea(audience)) return [];
  const ids = [...(audience.places ?? []), ...(audience.minus?.places ?? [])];
  const found = await Promise.all(ids.map((id) => call<Place>('GET', `/places/${id}`).catch(unlessGone)));
  return found.filter((place) => place !== undefined);
}

function unlessGone(error: unknown): undefined {
  const failure = failureIn(error);
  if (failure.kind !== 'refused' || failure.problem.code !== 'place.unknown') throw error;
}
