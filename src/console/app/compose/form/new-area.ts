import type { ComposeForm } from './form.js';
import type { NamedArea } from './place-in-words.js';

/** The part of an extension's area that has not had the message; undefined if nothing was added. */
export function newArea({
  told,
  places,
  near,
  polygon,
  minus,
  drawnIn,
}: Pick<ComposeForm, 'told'> & NamedArea): NamedArea | undefined {
  const before = new Set([...(told?.places ?? []), ...(told?.near ?? []).map(asKey)]);
  const isDrawnAnew = polygon !== undefined && asKey(polygon) !== asKey(told?.polygon);
  const added = {
    places: places.filter(({ id }) => !before.has(id)),
    near: near.filter((thing) => !before.has(asKey(thing))),
    minus,
    ...(isDrawnAnew ? { polygon, drawnIn } : {}),
  };
  return added.places.length > 0 || added.near.length > 0 || isDrawnAnew ? added : undefined;
}

const asKey = (part: unknown): string => JSON.stringify(part);
