/** From the whole to the smallest: the order in which places are listed when nothing was searched for. */
export const placeKinds = ['municipality', 'area', 'block', 'property'] as const;
export type PlaceKind = (typeof placeKinds)[number];
