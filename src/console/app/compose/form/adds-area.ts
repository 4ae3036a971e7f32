import type { ComposeForm } from './form.js';

/** Whether an extension goes further than the area that has had the message. */
export function addsArea({
  told,
  places,
  near,
  polygon,
}: Pick<ComposeForm, 'told' | 'places' | 'near' | 'polygon'>): boolean {
  const before = new Set([...(told?.places ?? []), ...(told?.near ?? []).map(asKey)]);
  return (
    places.some(({ id }) => !before.has(id)) ||
    near.some((thing) => !before.has(asKey(thing))) ||
    (polygon !== undefined && asKey(polygon) !== asKey(told?.polygon))
  );
}

const asKey = (part: unknown): string => JSON.stringify(part);
